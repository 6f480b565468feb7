import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root, run, step } from './run.mjs'

const modules = path.join(root, 'node_modules')
// The hash of the lock file whose packages are there; behind it, that they are only those that run and build the site.
const mark = path.join(modules, '.installed')
const alone = ' without tools'

/**
 * Installs the packages of package-lock.json, unless exactly these are installed already: those that run and build the
 * site, and with `tools` also those that only developers need.
 */
export async function install({ tools }) {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')
  const there = existsSync(mark) ? readFileSync(mark, 'utf8') : undefined
  const wanted = wantedMark({ there, lock, tools, areToolsThere })
  if (there === wanted) return
  rmSync(mark, { force: true }) // so that an installation that is cut off is begun again
  // Not `npm ci`: it stops when the lock file lacks an optional package of another platform, and begins with nothing. With
  // --no-save, install keeps to the lock file and changes neither it nor package.json.
  const how = [
    '--no-save',
    wanted.endsWith(alone) ? '--omit=dev' : '--include=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--progress=false',
  ]
  await step('Installing packages', () => run('npm', ['install', ...how]))
  writeFileSync(mark, wanted)
}

/** What the mark is to say afterwards. Tools that are there stay, and become as new as the lock file has them. */
export function wantedMark({ there, lock, tools, areToolsThere }) {
  const withTools = tools || (there === undefined ? areToolsThere() : !there.endsWith(alone))
  return withTools ? lock : lock + alone
}

/** Whether somebody has installed all of them without us, who would miss them. */
function areToolsThere() {
  const { devDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  return Object.keys(devDependencies).every((name) => existsSync(path.join(modules, name)))
}
