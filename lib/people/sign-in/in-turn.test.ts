import { beforeEach, expect, test } from 'vitest'
import { forgetCrowd, hashInTurn, isCrowded, TooBusy, type Lane } from './in-turn'

const settled = () => new Promise((resolve) => setImmediate(resolve))

/** Work that ends when the test says so, in the order in which it was begun. */
function works() {
  const begun: string[] = []
  const ends: (() => void)[] = []
  const outcomes: Promise<unknown>[] = []
  const ask = (name: string, lane: Lane) =>
    outcomes.push(
      hashInTurn(lane, () => {
        begun.push(name)
        return new Promise<void>((end) => ends.push(end))
      }).catch((error: unknown) => error),
    )
  const endNext = async () => {
    ends.shift()?.()
    await settled()
  }
  const endAll = async () => {
    await settled()
    while (ends.length > 0) await endNext()
    return Promise.all(outcomes)
  }
  return { begun, ask, endNext, endAll }
}
const stranger = (network: string, hasTurn = false): Lane => ({ network, hasTurn })
beforeEach(forgetCrowd)

test('strangers are heard one at a time, and an owner at once beside them', async () => {
  const { begun, ask, endNext, endAll } = works()
  ask('a', stranger('1'))
  ask('b', stranger('2'))
  ask('owner', 'owner')
  await settled()
  expect(begun).toEqual(['a', 'owner'])
  ask('second owner', 'owner')
  await endNext()
  expect(begun).toEqual(['a', 'owner', 'second owner'])
  await endAll()
  expect(begun).toEqual(['a', 'owner', 'second owner', 'b'])
})

test('one client has four places in the line, and all strangers twenty; who has waited finds more', async () => {
  const { ask, endAll } = works()
  for (let time = 0; time < 7; time++) ask('x', stranger('same'))
  for (let time = 0; time < 40; time++) ask('y', stranger(`n${time}`))
  for (let time = 0; time < 40; time++) ask('z', stranger(`t${time}`, true))
  ask('owner', 'owner')
  const outcomes = await endAll()
  const refused = outcomes.map((outcome) => outcome instanceof TooBusy)
  const heard = (from: number, to: number) => refused.slice(from, to).filter((was) => !was).length
  expect([heard(0, 7), heard(7, 47), heard(47, 87), heard(87, 88)]).toEqual([5, 16, 20, 1])
})

test('what fails gives its place back', async () => {
  for (let time = 0; time < 5; time++)
    await expect(hashInTurn('owner', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await hashInTurn('owner', () => Promise.resolve('yes'))).toBe('yes')
})

test('thirty in ten seconds need no turn', () => {
  const now = Date.UTC(2026, 0, 1)
  for (let time = 0; time < 30; time++) expect(isCrowded(now + time)).toBe(false)
  expect(isCrowded(now + 9_999)).toBe(true)
  expect(isCrowded(now + 10_000)).toBe(false)
  expect(isCrowded(now + 10_000)).toBe(true)
  forgetCrowd()
  expect(isCrowded(now + 10_000)).toBe(false)
})

test('an owner finds twenty places in their line, whoever else waits', async () => {
  const { ask, endAll } = works()
  for (let time = 0; time < 30; time++) ask('owner', 'owner')
  const outcomes = await endAll()
  // Two are heard at once, and twenty wait.
  expect(outcomes.map((outcome) => outcome instanceof TooBusy)).toEqual([
    ...Array<boolean>(22).fill(false),
    ...Array<boolean>(8).fill(true),
  ])
})
