import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const runner = '.cache/stryker/node_modules/@stryker-mutator/vitest-runner/dist/src/index.js'

const places = process.env.MUTATED.split(',')
// A file may be followed by its lines: lib/captcha/work.ts:3-5
const isFile = (place) => /\.tsx?(:\d+-\d+)?$/.test(place)
const codeIn = (folder) => [`${folder}/**/*.{ts,tsx}`, `!${folder}/**/*.test.{ts,tsx}`]
const report = path.join('test-results', 'mutation', places.join('+').replaceAll('/', '.'))

export default {
  mutate: places.flatMap((place) => (isFile(place) ? [place] : codeIn(place))),
  plugins: [path.join(root, runner), path.join(root, 'scripts/mutation/plugins.mjs')],
  ignorers: ['words-of-the-log'],
  testRunner: 'vitest',
  vitest: { configFile: 'scripts/mutation/vitest.config.ts', pool: 'threads' },
  coverageAnalysis: 'perTest',
  concurrency: Number(process.env.MUTATION_RUNNERS ?? 1),
  // For what hangs, and not for what is slow: the machine may have much else to do, and who has run out of time counts as
  // noticed. A loop without end is noticed sooner, by how often it comes round.
  timeoutMS: 60_000,
  timeoutFactor: 3,
  dryRunTimeoutMinutes: 30,
  // No types are looked at when tests run.
  disableTypeChecks: false,
  tempDirName: '.cache/mutation',
  ignorePatterns: ['.cache', '.data', '.next', 'dist', 'docs', 'e2e/data', 'test-results'],
  reporters: ['as-they-come', 'progress-append-only', 'clear-text', 'json', 'html'],
  clearTextReporter: { logTests: false, reportTests: false },
  jsonReporter: { fileName: `${report}.json` },
  htmlReporter: { fileName: `${report}.html` },
  allowConsoleColors: process.stdout.isTTY === true,
}
