import { describe, expect, test } from 'vitest'
import { nameByClaims, provedByClaims, refusalNamed, roleByClaim } from './rules'
import { providerClaims } from './schema'

const roles = { claim: 'groups', admin: ['keepers', 'owners'], editor: ['readers'], writer: ['scribes'] }

describe('the role that a provider gives', () => {
  test.each([
    ['the only one', { groups: ['readers'] }, 'editor'],
    ['as a word and not a list', { groups: 'scribes' }, 'writer'],
    ['that which may most', { groups: ['scribes', 'x', 'owners', 'readers'] }, 'admin'],
    ['none of ours', { groups: ['others'] }, 'none'],
    ['none at all', {}, 'none'],
    ['in other letters', { groups: ['Readers'] }, 'none'],
    ['not a list of words', { groups: [{ name: 'readers' }, 7, null] }, 'none'],
    ['an object', { groups: { readers: true } }, 'none'],
    [
      'behind more than can be read',
      { groups: [...Array.from({ length: 1_000 }, (_, n) => `g${n}`), 'readers'] },
      'none',
    ],
  ])('%s', (_name, claims, role) => expect(roleByClaim(claims, roles)).toBe(role))

  test.each([
    ['a way into it', { realm_access: { roles: ['readers'] } }, 'realm_access.roles', 'editor'],
    ['a name with dots', { 'https://example.org/roles': ['readers'] }, 'https://example.org/roles', 'editor'],
    ['a way that ends early', { realm_access: null }, 'realm_access.roles', 'none'],
    ['what every object has', {}, 'constructor.name', 'none'],
    ['what every object has, as it is called', {}, '__proto__', 'none'],
  ])('by %s', (_name, claims, claim, role) => expect(roleByClaim(claims, { ...roles, claim })).toBe(role))

  test('is given at the desk where no claim is named', () =>
    expect(roleByClaim({ groups: ['owners'] }, undefined)).toBeUndefined())
})

describe('what somebody new is called', () => {
  test.each([
    [{ name: '  Ada Lovelace ' }, 'Ada Lovelace'],
    [{ name: '', preferred_username: 'ada' }, 'ada'],
    [{ name: 'A\u0000da' }, 'Ada'],
    [{}, 'ada.l'],
    [{ name: 'x'.repeat(400) }, 'x'.repeat(100)],
  ])('%j', (given, name) => {
    const claims = providerClaims.parse({ sub: '1', ...given })
    expect(nameByClaims(claims, 'ada.l@example.org')).toBe(name)
  })
})

const now = Date.UTC(2026, 10, 30)
test.each([
  ['this moment', 0, now],
  ['half a minute ago', -30, now - 30_000],
  ['a minute ago', -60, undefined],
  ['in a clock that is ahead a little', 30, now],
  ['in a clock that is wrong', 61, undefined],
])('shown to the provider %s', (_when, seconds, at) => {
  const claims = providerClaims.parse({ sub: '1', auth_time: now / 1_000 + seconds })
  expect(provedByClaims(claims, now)?.getTime()).toBe(at)
})
test('a provider that says nothing of when has shown nothing', () =>
  expect(provedByClaims(providerClaims.parse({ sub: '1' }), now)).toBeUndefined())

test.each([
  [{ sub: '' }, false],
  [{ sub: 'x'.repeat(256) }, false],
  [{ sub: 7 }, false],
  [{}, false],
  [null, false],
  [{ sub: 'x', email: 'no address', email_verified: 'perhaps', auth_time: 'now', name: 7 }, true],
])('claims %j are read: %s', (claims, isRead) =>
  expect(providerClaims.safeParse(claims).success).toBe(isRead),
)

test('an address is confirmed by a truth or the word for it, and else not', () => {
  const of = (email_verified: unknown) => providerClaims.parse({ sub: '1', email_verified }).email_verified
  expect([true, 'true', 'TRUE', 1, 'yes', false, undefined].map(of)).toEqual([
    true,
    true,
    undefined,
    undefined,
    undefined,
    false,
    undefined,
  ])
})

test.each([
  ['role', 'role'],
  ['nothing of ours', undefined],
  [['role'], undefined],
  [undefined, undefined],
])('a refusal named %j', (given, refusal) => expect(refusalNamed(given)).toBe(refusal))
