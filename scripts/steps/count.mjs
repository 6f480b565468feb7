// How many tests passed, failed and were left out, read from the reports. What was to run and did not has failed.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ourNode, root, run } from './run.mjs'

const read = (report) => (existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined)

/** Counts vitest's report; without one, each of the `files` that were to be tested has failed. */
export function countTests(report, files) {
  const answer = read(report)
  const all = { passed: 0, failed: 0, skipped: 0 }
  if (!answer) return { ...all, failed: files }
  for (const { status, assertionResults } of answer.testResults) {
    const of = (...states) => assertionResults.filter(({ status }) => states.includes(status)).length
    const [failed, left] = [of('failed'), of('skipped', 'pending', 'todo')]
    // A file that failed, and none of its tests: it could not be loaded or prepared, and they never ran.
    const neverRan = status === 'failed' && failed === 0
    all.passed += of('passed')
    all.failed += neverRan ? Math.max(left, 1) : failed
    all.skipped += neverRan ? 0 : left
  }
  return all
}

/** Counts Playwright's report. */
export function countJourneys(report) {
  const answer = read(report)
  const all = { passed: 0, failed: 0, skipped: 0 }
  if (!answer) return { ...all, failed: 1 }
  for (const { status, annotations } of testsOf(answer.suites)) {
    const leftOut = status === 'skipped' && annotations.some(({ type }) => ['skip', 'fixme'].includes(type))
    all[status === 'expected' ? 'passed' : leftOut ? 'skipped' : 'failed'] += 1
  }
  all.failed += answer.errors.length // of files that could not be loaded, and of what is around all tests
  return all
}

const testsOf = (suites = []) =>
  suites.flatMap(({ suites, specs = [] }) => [...specs.flatMap(({ tests }) => tests), ...testsOf(suites)])

/** How many journeys there are to run. */
export async function plannedJourneys(only) {
  const playwright = path.join(root, 'node_modules', '.bin', 'playwright')
  const args = [playwright, 'test', '--list', '--reporter=json', ...only]
  const answer = await run(ourNode(), args, { quiet: true }).catch(() => undefined)
  return answer ? testsOf(JSON.parse(answer).suites).length : journeyFiles().length
}

const folders = ['lib', 'components', 'scripts', 'app']

/** The files of tests of these projects of vitest (vitest.config.ts). */
export function filesOf(projects) {
  const all = folders
    .filter((folder) => existsSync(path.join(root, folder)))
    .flatMap((folder) => readdirSync(path.join(root, folder), { recursive: true }))
    .filter((name) => /\.test\.tsx?$/.test(name))
  const isWanted = (name) => projects.includes(name.endsWith('.db.test.ts') ? 'database' : 'unit')
  return all.filter(isWanted)
}

/** The files of journeys, for when not even Playwright is there to say how many there are in each. */
export const journeyFiles = () =>
  readdirSync(path.join(root, 'e2e', 'journeys'), { recursive: true }).filter((name) =>
    name.endsWith('.spec.ts'),
  )
