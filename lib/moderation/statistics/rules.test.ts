import { describe, expect, test } from 'vitest'
import { middleOf, opinionIn, stepsIn, waitsIn } from './rules'

const times = (...counts: [bucket: number, count: number][]) =>
  counts.map(([bucket, count]) => ({ who: 'person:1', what: String(bucket), count }))

describe('times that are known by their steps', () => {
  test('are told within a fifth of what they were', () => {
    for (let bucket = 1; bucket < 48; bucket++) {
      const [begin, end] = [10 * 2 ** ((bucket - 1) / 2), 10 * 2 ** (bucket / 2)]
      expect(middleOf(bucket) / begin).toBeLessThan(1.2)
      expect(end / middleOf(bucket)).toBeLessThan(1.2)
    }
    expect(middleOf(0)).toBe(5)
  })

  test.each([
    ['none', [], { count: 0, median: undefined, ninth: undefined }],
    ['one', [[3, 1]], { count: 1, median: middleOf(3), ninth: middleOf(3) }],
    ['the middle one of an even number is the first of the two', [[1, 5], [9, 5]], { count: 10, median: middleOf(1), ninth: middleOf(9) }], // prettier-ignore
    [
      'the ninth of ten',
      [
        [1, 9],
        [9, 1],
      ],
      { count: 10, median: middleOf(1), ninth: middleOf(1) },
    ],
    ['by length and not by name', [[10, 1], [9, 1], [2, 1]], { count: 3, median: middleOf(9), ninth: middleOf(10) }], // prettier-ignore
    [
      'of several',
      [
        [2, 1],
        [2, 1],
        [4, 1],
      ],
      { count: 3, median: middleOf(2), ninth: middleOf(4) },
    ],
    [
      'what was taken back',
      [
        [2, 1],
        [2, -1],
        [4, 1],
      ],
      { count: 1, median: middleOf(4), ninth: middleOf(4) },
    ],
  ] as [string, [number, number][], object][])('%s', (_, counts, told) =>
    expect(waitsIn(times(...counts))).toEqual(told),
  )

  test('are drawn two steps at a time, with those between', () => {
    expect(stepsIn(times([0, 1], [1, 2], [2, 3], [5, 1]))).toEqual([
      { until: 10, count: 1 },
      { until: 20, count: 5 },
      { until: 40, count: 0 },
      { until: 80, count: 1 },
    ])
    expect(stepsIn(times([48, 1]))).toEqual([{ count: 1 }])
    expect(stepsIn([])).toEqual([])
  })
})

describe('opinions and what people made of them', () => {
  const said = (counts: Record<string, number>) =>
    Object.entries(counts).map(([what, count]) => ({ who: '', what, count }))
  const counts = {
    'spam>spam': 6,
    'spam>approved': 2,
    'spam>trash': 1,
    'spam>none': 20,
    'ham>approved': 30,
    'ham>spam': 3,
    'ham>trash': 2,
    'ham>none': 4,
    'unknown>spam': 1,
    'unknown>none': 1,
  }

  test('of a checker: right and wrong on both sides', () =>
    expect(opinionIn('checker:akismet', said(counts))).toEqual({
      kind: 'checker',
      code: 'akismet',
      against: { right: 6, wrong: 2, taste: 1, unseen: 20 },
      passed: { right: 30, wrong: 3, taste: 2, unseen: 4 },
      unknown: 2,
      precision: 6 / 8,
      recall: 6 / 9,
    }))

  test('of a rule: only what it speaks against', () =>
    expect(
      opinionIn(
        'rule:links',
        said({ 'hold>spam': 1, 'sign>spam': 1, 'trash>approved': 2, 'nothing>spam': 9 }),
      ),
    ).toEqual({
      kind: 'rule',
      code: 'links',
      against: { right: 2, wrong: 2, taste: 0, unseen: 0 },
      passed: undefined,
      unknown: 0,
      precision: 0.5,
      recall: undefined,
    }))

  test('of the learning filter: as of a checker; without any decision there is no share', () =>
    expect(opinionIn('rule:learning-filter', said({ 'spam>none': 1 }))).toMatchObject({
      kind: 'filter',
      precision: undefined,
      recall: undefined,
    }))
})
