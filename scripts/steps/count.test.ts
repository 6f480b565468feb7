import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { countJourneys, countTests, filesOf, journeyFiles } from './count.mjs'

const folder = mkdtempSync(path.join(tmpdir(), 'chapterhouse-count-'))
afterAll(() => rmSync(folder, { recursive: true }))
let count = 0
function aReport(content: unknown) {
  const file = path.join(folder, `${count++}.json`)
  writeFileSync(file, JSON.stringify(content))
  return file
}

describe('tests', () => {
  const file = (status: string, ...states: string[]) => ({
    status,
    assertionResults: states.map((status) => ({ status })),
  })
  const counted = (...testResults: object[]) => countTests(aReport({ testResults }), 99)

  test('are what they are', () =>
    expect(
      counted(file('passed', 'passed', 'passed', 'skipped'), file('failed', 'passed', 'failed', 'todo')),
    ).toEqual({ passed: 3, failed: 1, skipped: 2 }))

  test('of a file that could not be prepared have failed', () =>
    expect(counted(file('failed', 'skipped', 'skipped'), file('passed', 'passed'))).toEqual({
      passed: 1,
      failed: 2,
      skipped: 0,
    }))

  test('of a file that could not be loaded have failed, however many there are', () =>
    expect(counted(file('failed'))).toEqual({ passed: 0, failed: 1, skipped: 0 }))

  test('that nobody has reported of have failed, by their files', () =>
    expect(countTests(path.join(folder, 'none.json'), 99)).toEqual({ passed: 0, failed: 99, skipped: 0 }))
})

describe('journeys', () => {
  const journey = (status: string, ...kinds: string[]) => ({
    tests: [{ status, annotations: kinds.map((type) => ({ type })) }],
  })
  const counted = (specs: object[], errors: object[] = []) =>
    countJourneys(
      aReport({ suites: [{ specs: specs.slice(1), suites: [{ specs: specs.slice(0, 1) }] }], errors }),
    )

  test('that did not run have failed, unless they were left out on purpose', () =>
    expect(
      counted([
        ...[journey('expected'), journey('unexpected'), journey('flaky'), journey('expected', 'slow')],
        ...[
          journey('skipped'),
          journey('skipped', 'slow'),
          journey('skipped', 'skip'),
          journey('skipped', 'fixme'),
        ],
      ]),
    ).toEqual({ passed: 2, failed: 4, skipped: 2 }))

  test('of a file that could not be loaded have failed', () =>
    expect(counted([journey('expected')], [{ message: 'no such file' }])).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
    }))

  test('that nobody has reported of have failed', () =>
    expect(countJourneys(path.join(folder, 'none.json'))).toEqual({ passed: 0, failed: 1, skipped: 0 }))
})

test('the files of tests are found', () => {
  expect(filesOf(['unit']).length).toBeGreaterThan(50)
  expect(filesOf(['database']).length).toBeGreaterThan(30)
  expect(filesOf(['unit', 'database'])).toHaveLength(filesOf(['unit']).length + filesOf(['database']).length)
  expect(filesOf(['unit']).filter((name) => name.endsWith('.db.test.ts'))).toEqual([])
  expect(journeyFiles().length).toBeGreaterThan(15)
})
