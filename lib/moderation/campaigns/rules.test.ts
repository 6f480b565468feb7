import { describe, expect, test } from 'vitest'
import { campaignLimits, campaignsIn, shapeOf, wordsIn, type Candidate } from './rules'

let made = 0
const said = (text: string, url: string | null = null): Candidate => ({
  id: `${++made}`,
  name: 'Rea',
  text,
  url,
})
const told = (comments: Candidate[]) =>
  campaignsIn(comments).map(({ host, count, filters }) => [host, count, filters.q ?? filters.host])

describe('the shape of a text', () => {
  const pills = 'Buy the very best pills here for 20 dollars: https://a.example/x'
  test.each([
    ['BUY the very best pills, here for 35 dollars!! http://b.example/y', true],
    ['Buy  the\nvery best pills here for dollars', true],
    ['Ｂｕｙ the very best pills here for ９９ dollars see@pills.example', true],
    ['Buy the very best hats here for 20 dollars: https://a.example/x', false],
    ['', false],
  ])('%j', (text, isSame) => {
    expect(shapeOf(text) === shapeOf(pills)).toBe(isSame)
  })

  test.each(['Thank you!', 'Great chapter.', '12345 https://only.example/link', '🙂🙂🙂'])(
    '%j is too short to say anything',
    (text) => expect(shapeOf(text)).toBeUndefined(),
  )

  test('of scripts without blanks and with marks too', () => {
    expect(shapeOf('灯台の明かりを安く買うならこちらまでどうぞ https://a.example')).toBe(
      '灯台の明かりを安く買うならこちらまでどうぞ',
    )
    expect(shapeOf('اشترِ أفضل المصابيح من هنا بثمن 20')).toBe(shapeOf('اشترِ أفضل المصابيح من هنا بثمن ٣٥!'))
  })
})

test.each([
  ['Buy the very best pills, here: https://a.example/x for 20', 'buy the very best pills here for'],
  ['x '.repeat(50), ''],
  ['word '.repeat(50), Array(16).fill('word').join(' ')],
  ['a@b.example writes to you', 'writes to you'],
])('%j is found by %j', (text, words) => {
  expect(wordsIn(text)).toBe(words)
  expect(wordsIn(text).length).toBeLessThanOrEqual(80)
})

describe('campaigns', () => {
  test('by the host of their links, wherever it stands, also with www', () => {
    const all = [
      said('One', 'https://www.tides.example/a'),
      said('Two, see HTTP://Tides.example'),
      said('Three https://tides.example:80/x and https://other.example'),
      said('Four https://other.example'),
    ]
    expect(told(all)).toEqual([['tides.example', 3, 'tides.example']])
  })

  test('by the shape of their text; by both they are told once, by the host', () => {
    const shape = (n: number, more = '') =>
      said(`Number ${n}: the cheapest lamps of the whole coast. ${more}`)
    expect(told([shape(1), shape(2), shape(3)])).toEqual([
      [undefined, 3, 'number the cheapest lamps of the whole coast'],
    ])
    const link = 'https://lamps.example'
    expect(told([shape(1, link), shape(2, link), shape(3, link)])).toEqual([
      ['lamps.example', 3, 'lamps.example'],
    ])
  })

  test('the largest first, and no more than a page of them', () => {
    const all = Array.from({ length: 30 }, (_, group) =>
      Array.from({ length: group + 1 }, () => said('x', `https://h${group}.example`)),
    ).flat()
    const found = campaignsIn(all)
    expect(found).toHaveLength(campaignLimits.most)
    expect(found.map(({ count }) => count)).toEqual(Array.from({ length: 20 }, (_, place) => 30 - place))
    expect(found[0]!.samples).toHaveLength(3)
  })

  test('two are none, and one comment makes none by its many links', () => {
    expect(told([said('a', 'https://two.example'), said('b', 'https://two.example')])).toEqual([])
    expect(told([said('https://me.example '.repeat(50))])).toEqual([])
  })
})
