// Everything that must hold, from nothing: packages, format, lint, types, unit and database tests, build, and
// journeys in a real browser. `npm test -- journeys/comment` runs journeys whose name matches, and only those.
// `npm run lint | typecheck | test:unit | test:db | test:e2e` run one layer, each with what it needs; names of files
// may follow. What could not run counts as failed.
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { findBrowser, findHeadlessShell, packagedEnvironment } from './steps/browser.mjs'
import { build, generate } from './steps/build.mjs'
import { countJourneys, countTests, filesOf, journeyFiles, plannedJourneys } from './steps/count.mjs'
import { install } from './steps/install.mjs'
import { findNginx } from './steps/nginx.mjs'
import { ourNode, root, run, step, stopWhatRuns } from './steps/run.mjs'

const [layer, only] = /^--layer=(.+)$/.test(process.argv[2] ?? '')
  ? [process.argv[2].slice(8), process.argv.slice(3)]
  : [process.argv.length > 2 ? 'journeys' : undefined, process.argv.slice(2)]
const wanted = (name) => layer === undefined || layer === name

const results = path.join(root, 'test-results')
const tool = (name, args, options) =>
  run(ourNode(), [path.join(root, 'node_modules', '.bin', name), ...args], options)
// Whoever runs tests stops them kindly by the signal of Ctrl-C.
const kindly = { signal: 'SIGINT', patience: 60 }

// The faults that tests provoke need not be told; a log file needs no colours.
const quietly = { LOG_LEVEL: 'silent', ...(process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: '0' }) }
// Tests are shuffled: what one leaves behind must not be what the next one needs. To have the same order again, set it.
const seed = process.env.TEST_SEED ?? String(Date.now() % 1_000_000)

const counted = { passed: 0, failed: 0, skipped: 0 }
const add = (more) => Object.keys(counted).forEach((key) => (counted[key] += more[key] ?? 0))

/** Does it; says whether that went well. */
async function goesWell(title, work) {
  try {
    await step(title, work)
    return true
  } catch (error) {
    process.stdout.write(`  ${title}: FAILED (${error.message})\n`)
    return false
  }
}

/** One thing that must hold, and counts as one. */
async function check(title, work) {
  const well = await goesWell(title, work)
  add(well ? { passed: 1 } : { failed: 1 })
  return well
}

/** Many that are counted by a report. Whatever it says: who ended badly has not passed. */
async function checkMany(title, work, count) {
  const well = await goesWell(title, work)
  const result = count()
  add(result)
  if (!well && !result.failed) add({ failed: 1 })
}

/** What is not even begun, since what it needs has failed. */
function leftOut(title, number) {
  process.stdout.write(`• ${title}: not run, and counted as failed (${number})\n`)
  add({ failed: number })
}

async function testFiles(title, projects) {
  const report = path.join(results, 'vitest.json')
  const args = [
    ...['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
    ...projects.map((project) => `--project=${project}`),
    ...only,
  ]
  await checkMany(
    `${title} (in the order of TEST_SEED=${seed})`,
    () => tool('vitest', args, { ...kindly, env: { ...quietly, TEST_SEED: seed } }),
    () => countTests(report, filesOf(projects).length),
  )
}

async function journeys() {
  const title = 'Journeys'
  let browser
  const isReady =
    (await check('Build', build)) && (await goesWell('Browser', async () => (browser = await findBrowser())))
  if (!isReady) return leftOut(title, await plannedJourneys(only))
  const report = path.join(results, 'journeys.json')
  const env = {
    ...packagedEnvironment(browser),
    CHROMIUM_PATH: browser,
    HEADLESS_SHELL_PATH: findHeadlessShell() ?? '',
    NGINX_PATH: (await findNginx()) ?? '',
    JOURNEYS_REPORT: report,
    NODE_ENV: 'production',
  }
  await checkMany(
    title,
    () => tool('playwright', ['test', ...only], { ...kindly, env }),
    () => countJourneys(report),
  )
}

async function formatAndLint() {
  const files = only.length > 0 ? only : ['.']
  await check('Format', () => tool('prettier', ['--check', '--log-level=warn', ...files]))
  await check('Lint', () => tool('eslint', files))
}

async function types() {
  await check('Types', async () => {
    await tool('next', ['typegen'], { quiet: true })
    await tool('tsc', ['--noEmit', '-p', '.'])
  })
  // Here, since it follows imports of the database client too.
  await check('Nothing unused', () => tool('knip', ['--no-config-hints']))
}

const projects = ['unit', 'database'].filter(wanted)
const title = { unit: 'Unit tests', database: 'Database tests' }[projects.join()] ?? 'Unit and database tests'

async function everything() {
  if (wanted('types') || projects.length > 0) {
    if (!(await check('Database client', generate))) return nothing()
  }
  // Each takes one core: side by side they take two thirds of the time.
  await Promise.all([wanted('lint') && formatAndLint(), wanted('types') && types()])
  if (projects.length > 0) await testFiles(title, projects)
  if (wanted('journeys')) await journeys()
}

function nothing(layers = ['lint', 'types', 'tests', 'journeys']) {
  if (layers.includes('lint') && wanted('lint')) leftOut('Format and lint', 2)
  if (layers.includes('types') && wanted('types')) leftOut('Types', 2)
  if (layers.includes('tests') && projects.length > 0) leftOut(title, filesOf(projects).length)
  if (layers.includes('journeys') && wanted('journeys')) leftOut('Journeys', journeyFiles().length)
}

stopWhatRuns()
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
if (await goesWell('Packages', () => install({ tools: true }))) await everything()
else nothing()

const { passed, failed, skipped } = counted
process.stdout.write(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}\n`)
process.exit(failed > 0 || passed === 0 ? 1 : 0)
