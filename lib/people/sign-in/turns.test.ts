import { describe, expect, test } from 'vitest'
import {
  askLimits,
  dueTurn,
  guessLimits,
  MOST_IN_KNOWN_BROWSER,
  newTurn,
  readTurn,
  TURN_COOKIE_SECONDS,
  verdictOn,
  waiting,
  type Counted,
} from './turns'

const nothing: Counted = { all: 0, network: 0, neighbourhood: 0, visit: 0, elsewhere: 0 }

describe('whether a password is looked at', () => {
  test.each<[string, Partial<Counted>, boolean, string]>([
    ['the first', {}, false, 'heard'],
    ['the fifth', { all: 4, network: 4, neighbourhood: 4, elsewhere: 4 }, false, 'heard'],
    ['the sixth waits', { all: 5 }, false, 'wait'],
    ['the sixth has waited', { all: 5 }, true, 'heard'],
    ['the first here, of one who has failed at twenty others', { elsewhere: 20 }, false, 'wait'],
    ['and has waited', { elsewhere: 20 }, true, 'heard'],
    ['of one who has failed a hundred times elsewhere', { elsewhere: 100 }, true, 'full'],
    ['the tenth of a client', { all: 9, network: 9, neighbourhood: 9 }, true, 'heard'],
    ['the eleventh of a client', { all: 10, network: 10, neighbourhood: 10 }, true, 'full'],
    [
      'the first of a client, whose neighbours have had their share',
      { all: 16, neighbourhood: 16 },
      true,
      'full',
    ],
    ['the first of another neighbourhood', { all: 16 }, true, 'heard'],
    ['the fourth of a visit', { all: 8, visit: 3 }, true, 'full'],
    ['the twenty-fourth', { all: 23 }, true, 'heard'],
    ['the twenty-fifth', { all: 24 }, true, 'full'],
    ['the twenty-fifth, without a turn', { all: 24 }, false, 'full'],
  ])('%s', (_name, counted, hasTurn, verdict) =>
    expect(verdictOn({ ...nothing, ...counted }, guessLimits, { hasTurn })).toBe(verdict),
  )

  test('what one client, one neighbourhood and one visit can have leaves something for others', () => {
    for (const limits of [guessLimits, askLimits]) {
      expect(limits.free).toBeLessThan(limits.network)
      expect(limits.network).toBeLessThan(limits.all)
      expect(limits.visit).toBeLessThan(limits.network)
    }
    expect(guessLimits.neighbourhood).toBeLessThan(guessLimits.all)
    expect(guessLimits.all).toBeLessThanOrEqual(25)
  })
})

describe('a turn', () => {
  const secret = 'a secret that only tests know, 32+'
  const now = Date.UTC(2026, 0, 1)
  const turn = newTurn(secret, now)

  test('comes after five seconds and lasts for ten minutes', () => {
    expect(readTurn(secret, turn, now)?.from).toBe(now + 5_000)
    expect(readTurn(secret, turn, now + 604_999)).toBeDefined()
    expect(readTurn(secret, turn, now + 605_000)).toBeUndefined()
  })

  test('is another one each time; a visit keeps its name', () => {
    const first = readTurn(secret, turn, now)!
    const second = readTurn(secret, newTurn(secret, now, first.visit), now)!
    expect(second.id).not.toBe(first.id)
    expect(second.visit).toBe(first.visit)
    expect(readTurn(secret, newTurn(secret, now), now)!.visit).not.toBe(first.visit)
  })

  test.each([
    undefined,
    '',
    '.',
    'x'.repeat(5_000),
    turn.slice(0, -1),
    `${turn}x`,
    `!${turn}`,
    `${turn}\n`,
    turn.replace(/\.\d+\./, () => `.${now - 1}.`),
    newTurn('another secret of 32 characters…', now),
  ])('is not taken when it is not ours: %#', (given) => {
    expect(readTurn(secret, given, now)).toBeUndefined()
  })
})

describe('how many are heard in an hour', () => {
  const shares = ['all', 'neighbourhood', 'network', 'visit', 'elsewhere'] as const
  test.each([
    ['guesses', guessLimits, { all: 24, neighbourhood: 16, network: 10, visit: 3, elsewhere: 100 }],
    ['questions for a link', askLimits, { all: 60, neighbourhood: 60, network: 20, visit: 3, elsewhere: 20 }],
  ] as const)('%s: each share to its last one', (_what, limits, most) => {
    for (const share of shares) {
      const outcome = (count: number) => verdictOn({ ...nothing, [share]: count }, limits, { hasTurn: true })
      expect([share, outcome(most[share] - 1), outcome(most[share])]).toEqual([share, 'heard', 'full'])
    }
  })

  test.each([
    ['guesses', guessLimits, 5, 20],
    ['questions for a link', askLimits, 5, 5],
  ] as const)('%s: so many without a turn', (_what, limits, free, freeElsewhere) => {
    const outcome = (counted: Partial<Counted>) =>
      verdictOn({ ...nothing, ...counted }, limits, { hasTurn: false })
    expect([outcome({ all: free - 1 }), outcome({ all: free })]).toEqual(['heard', 'wait'])
    expect([outcome({ elsewhere: freeElsewhere - 1 }), outcome({ elsewhere: freeElsewhere })]).toEqual([
      'heard',
      'wait',
    ])
  })

  test('ten in a browser that knows its owner', () => expect(MOST_IN_KNOWN_BROWSER).toBe(10))
})

describe('a turn that is brought', () => {
  const secret = 'a secret that only tests know, 32+'
  const now = Date.UTC(2026, 0, 1)
  const early = readTurn(secret, newTurn(secret, now), now)!

  test('is due when its time has come, and not a moment before', () => {
    expect(dueTurn(early, early.from - 1)).toBeUndefined()
    expect(dueTurn(early, early.from)).toBe(early)
    expect(dueTurn(undefined, now)).toBeUndefined()
  })

  test('too early counts on; after its time there is another one, of the same visit', () => {
    expect(waiting(secret, early, now)).toEqual({ seconds: 5, turn: early.cookie })
    expect(waiting(secret, early, early.from - 1)).toEqual({ seconds: 1, turn: early.cookie })
    const late = waiting(secret, early, early.from)
    expect(late.seconds).toBe(5)
    expect(late.turn).not.toBe(early.cookie)
    expect(readTurn(secret, late.turn, early.from)).toMatchObject({
      visit: early.visit,
      from: early.from + 5_000,
    })
  })

  test('who has brought none gets the first of a visit', () => {
    const { seconds, turn } = waiting(secret, undefined, now)
    expect(seconds).toBe(5)
    expect(readTurn(secret, turn, now)?.from).toBe(now + 5_000)
  })

  test('lives in its cookie for as long as it is good', () => expect(TURN_COOKIE_SECONDS).toBe(605))
})
