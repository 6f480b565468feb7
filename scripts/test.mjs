// Everything that must hold, from nothing: packages, format, lint, types, unit and database tests, build, and
// journeys in a real browser. `npm test -- journeys/comment` runs journeys whose name matches, and only those.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { findBrowser, packagedEnvironment } from './steps/browser.mjs'
import { build, generate } from './steps/build.mjs'
import { install } from './steps/install.mjs'
import { findNginx } from './steps/nginx.mjs'
import { environment, ourNode, root, run, step } from './steps/run.mjs'

const only = process.argv.slice(2)
const results = path.join(root, 'test-results')
const tool = (name, ...args) => run(ourNode(), [path.join(root, 'node_modules', '.bin', name), ...args])

// The faults that tests provoke need not be told; a log file needs no colours.
const quietly = { LOG_LEVEL: 'silent', ...(process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: '0' }) }

const counted = { passed: 0, failed: 0 }
let failed = false

async function check(title, work) {
  try {
    await step(title, work)
  } catch (error) {
    failed = true
    process.stdout.write(`  ${title}: FAILED (${error.message})\n`)
  }
}

await install()
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

if (only.length === 0) {
  await generate()
  await check('Format', () => tool('prettier', '--check', '--log-level=warn', '.'))
  await check('Lint', () => tool('eslint', '.'))
  await check('Types', async () => {
    await run(ourNode(), [path.join(root, 'node_modules', '.bin', 'next'), 'typegen'], { quiet: true })
    await tool('tsc', '--noEmit', '-p', '.')
  })
  const report = path.join(results, 'vitest.json')
  await check('Unit and database tests', () =>
    run(
      ourNode(),
      [
        path.join(root, 'node_modules', '.bin', 'vitest'),
        ...['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
      ],
      { env: quietly },
    ),
  )
  if (existsSync(report)) {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
    counted.passed += numPassedTests
    counted.failed += numFailedTests
  }
}

await check('Build', build)
const browser = await findBrowser()
const nginx = await findNginx()
const report = path.join(results, 'journeys.json')
await check('Journeys', () =>
  run(ourNode(), [path.join(root, 'node_modules', '.bin', 'playwright'), 'test', ...only], {
    env: {
      ...environment(packagedEnvironment(browser)),
      CHROMIUM_PATH: browser,
      NGINX_PATH: nginx ?? '',
      JOURNEYS_REPORT: report,
      NODE_ENV: 'production',
    },
  }),
)
if (existsSync(report)) {
  const { stats } = JSON.parse(readFileSync(report, 'utf8'))
  counted.passed += stats.expected
  counted.failed += stats.unexpected + stats.flaky
}

process.stdout.write(`\n${counted.passed} passed, ${counted.failed} failed\n`)
process.exit(failed || counted.failed > 0 || counted.passed === 0 ? 1 : 0)
