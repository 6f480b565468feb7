import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root, run, step } from './run.mjs'

/** Installs the packages of package-lock.json, unless exactly these are installed already. */
export async function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')
  const mark = path.join(root, 'node_modules', '.installed')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return
  // Not `npm ci`: it stops when the lock file lacks an optional package of another platform. With --no-save,
  // install keeps to the lock file and changes neither it nor package.json.
  const how = [
    '--no-save',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--progress=false',
  ]
  await step('Installing packages', () => run('npm', ['install', ...how]))
  writeFileSync(mark, wanted)
}
