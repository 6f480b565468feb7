import { beforeEach, expect, test } from 'vitest'
import { newId } from '@/lib/kernel/ids'
import { MOST_PROOFS_TRIED } from '../step-up/rules'
import { hearGuess, hearKnown, hearKnownCode, hearProof, takeBack } from './guess-commands'
import { forgetCrowd } from './in-turn'
import { MOST_IN_KNOWN_BROWSER } from './turns'

beforeEach(forgetCrowd)
const now = Date.UTC(2035, 0, 1)
const heard = { verdict: 'heard', id: expect.any(String) as string }

test.each([
  ['a password in a known browser', hearKnown, MOST_IN_KNOWN_BROWSER],
  ['a code in one', hearKnownCode, MOST_IN_KNOWN_BROWSER],
  ['a password of who is in', hearProof, MOST_PROOFS_TRIED],
])('%s is heard so often in an hour, and counts for its own place alone', async (_what, hear, most) => {
  const [one, another] = [newId(), newId()]
  for (let time = 0; time < most; time++) expect(await hear(one, now)).toEqual(heard)
  expect(await hear(one, now)).toEqual({ verdict: 'full' })
  expect(await hear(one, now + 3_599_999)).toEqual({ verdict: 'full' })
  expect(await hear(another, now)).toEqual(heard)
  expect(await hear(one, now + 3_600_000)).toEqual(heard)
})

test('what is taken back stands against nobody', async () => {
  const id = newId()
  for (let time = 0; time < 2 * MOST_IN_KNOWN_BROWSER; time++) {
    const hearing = await hearKnown(id, now)
    expect(hearing).toEqual(heard)
    if (hearing.verdict === 'heard') await takeBack(hearing.id)
  }
})

test('each of these counts apart from the others', async () => {
  const id = newId()
  for (const hear of [hearKnown, hearKnownCode, hearProof])
    for (let time = 0; time < Math.min(MOST_IN_KNOWN_BROWSER, MOST_PROOFS_TRIED); time++)
      expect(await hear(id, now)).toEqual(heard)
})

test('a turn is good for one guess; who brings it again waits', async () => {
  const turn = { id: newId(), visit: newId(), from: now, cookie: '' }
  const from = { address: '192.0.2.1', turn, now }
  const email = `${newId()}@example.org`
  expect(await hearGuess(email, from)).toEqual(heard)
  expect(await hearGuess(email, from)).toEqual({ verdict: 'wait' })
})
