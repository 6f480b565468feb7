import { describe, expect, test } from 'vitest'
import type { StaffActor } from '../permissions'
import { proofTicket, readProof } from './proof'
import { requireRecentProof } from './rules'

const minutes = (count: number) => count * 60_000
const now = minutes(1_000)

describe('a proof', () => {
  const actor: StaffActor = { role: 'editor', id: 'x', name: 'Edith' }
  test.each([
    ['none', undefined, false],
    ['of this moment', now, true],
    ['of nine minutes ago', now - minutes(9), true],
    ['of ten minutes ago', now - minutes(10), false],
    ['of the future', now + 1, false],
  ])('%s', (_when, provedAt, isRecent) =>
    expect(requireRecentProof({ ...actor, provedAt }, now)).toEqual(
      isRecent ? undefined : { ok: false, refusal: 'proof-needed' },
    ),
  )

  const secret = 'a secret of at least thirty-two characters'
  const session = { personId: 'x', sessionVersion: 1, since: 17, expires: 'one' }
  const given = proofTicket(secret, session, now)

  test.each([
    ['in its session', session, now + minutes(9), now],
    ['in its session, which ends later by now', { ...session, expires: 'two' }, now, now],
    ['when it is over', session, now + minutes(10), undefined],
    ['in another session of the same person', { ...session, since: 18 }, now, undefined],
    ['of somebody else', { ...session, personId: 'y' }, now, undefined],
    ['after all sessions were ended', { ...session, sessionVersion: 2 }, now, undefined],
    ['without a session', null, now, undefined],
  ])('counts %s: from when on', (_where, session, at, since) =>
    expect(readProof(secret, session, given, at)).toBe(since),
  )
})
