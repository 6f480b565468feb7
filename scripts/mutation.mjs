// Mutation testing, a folder or a file at a time: `npm run mutation -- lib/captcha`. Stryker changes the code in one small
// place after the other and runs the tests that come by there; a change that none of them notices is a test that is
// missing, or means the same. `--tests=lib/captcha,lib/server` keeps to the tests of these folders. Stryker (Apache-2.0) is
// brought on the first run, into .cache/, since nothing else needs it and it takes 170 packages.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { generate } from './steps/build.mjs'
import { install } from './steps/install.mjs'
import { ourNode, root, run, step, stopWhatRuns } from './steps/run.mjs'

const version = '10.1.1'
const home = path.join(root, '.cache', 'stryker')
const program = path.join(home, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js')

const flag = '--tests='
const tests = process.argv.find((argument) => argument.startsWith(flag))?.slice(flag.length) ?? ''
const places = process.argv.slice(2).filter((argument) => !argument.startsWith(flag))

const bring = () =>
  step('Bringing Stryker', () =>
    run('npm', [
      // Its peer is vitest: the one that is installed here.
      ...['install', '--prefix', home, '--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel=error'],
      ...[`@stryker-mutator/core@${version}`, `@stryker-mutator/vitest-runner@${version}`],
    ]),
  )

stopWhatRuns()
try {
  if (places.length === 0) throw new Error('Of which folder or file? npm run mutation -- lib/captcha')
  await install({ tools: true })
  await generate()
  if (!existsSync(program)) await bring()
  const tsx = path.join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs')
  await run(ourNode(), [tsx, path.join('scripts', 'mutation', 'beside-postgres.ts'), program], {
    signal: 'SIGINT',
    patience: 60,
    env: { MUTATED: places.join(), MUTATION_TESTS: tests, LOG_LEVEL: 'silent', TEST_SEED: '7' },
  })
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
