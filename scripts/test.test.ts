import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

// A clone whose tools only say what they were called with, and whose server cannot be built: it has no sources.
const clone = mkdtempSync(path.join(tmpdir(), 'chapterhouse-clone-'))
const inClone = (...parts: string[]) => path.join(clone, ...parts)

const listed = { suites: [{ specs: Array.from({ length: 5 }, () => ({ tests: [{ annotations: [] }] })) }] }
const report = {
  testResults: [
    {
      status: 'passed',
      assertionResults: ['passed', 'passed', 'passed', 'skipped'].map((status) => ({ status })),
    },
  ],
}
const tools = {
  prettier: '',
  eslint: '',
  knip: '',
  tsc: '',
  next: '',
  prisma: '',
  vitest: `
    const file = process.argv.find((argument) => argument.startsWith('--outputFile.json=')).slice(18)
    require('node:fs').writeFileSync(file, ${JSON.stringify(JSON.stringify(report))})`,
  playwright: `if (process.argv.includes('--list')) process.stdout.write(${JSON.stringify(JSON.stringify(listed))})`,
}

beforeAll(() => {
  for (const part of ['scripts', 'lib/kernel/stopping.mjs']) cpSync(part, inClone(part), { recursive: true })
  for (const folder of ['lib', path.join('e2e', 'journeys'), path.join('node_modules', '.bin')])
    mkdirSync(inClone(folder), { recursive: true })
  writeFileSync(inClone('package-lock.json'), '{}')
  const installed = createHash('sha256').update('{}').digest('hex')
  writeFileSync(inClone('node_modules', '.installed'), installed)
  for (const [name, program] of Object.entries(tools)) {
    const said = `require('node:fs').appendFileSync(${JSON.stringify(inClone('calls'))}, ${JSON.stringify(name)} + ' ' + process.argv.slice(2).join(' ') + '\\n');`
    writeFileSync(inClone('node_modules', '.bin', name), `${said}${program}`)
  }
})
afterAll(() => rmSync(clone, { recursive: true }))

function run(...args: string[]) {
  rmSync(inClone('calls'), { force: true })
  const { status, stdout } = spawnSync(process.execPath, ['scripts/test.mjs', ...args], {
    cwd: clone,
    encoding: 'utf8',
    env: { ...process.env, TEST_SEED: '7' },
  })
  const calls = existsSync(inClone('calls')) ? readFileSync(inClone('calls'), 'utf8').trim().split('\n') : []
  return { status, last: stdout.trim().split('\n').at(-1), stdout, calls }
}

test('after a failed build no journey is begun, and each of them counts as failed', () => {
  const { status, last, calls, stdout } = run()
  // Format, lint, client, types and what is used hold, and three tests; the build and five journeys do not.
  expect(last, stdout).toBe('8 passed, 6 failed, 1 skipped')
  expect(status).toBe(1)
  expect(calls.filter((call) => call.startsWith('playwright'))).toEqual([
    'playwright test --list --reporter=json',
  ])
  expect(stdout).toContain('TEST_SEED=7')
})

test.each([
  [['--layer=lint'], ['prettier', 'eslint'], '2 passed, 0 failed'],
  [['--layer=types'], ['prisma', 'next', 'tsc', 'knip'], '3 passed, 0 failed'],
  [['--layer=unit', 'lib/kernel'], ['prisma', 'vitest'], '4 passed, 0 failed, 1 skipped'],
  [['--layer=database'], ['prisma', 'vitest'], '4 passed, 0 failed, 1 skipped'],
])('%j does its own set-up and nothing else', (args, called, line) => {
  const { status, last, calls } = run(...args)
  expect({ last, status }).toEqual({ last: line, status: 0 })
  expect(calls.map((call) => call.split(' ')[0])).toEqual(called)
  const [, name] = args
  if (name) expect(calls.at(-1)).toMatch(/--project=unit lib\/kernel$/)
})
