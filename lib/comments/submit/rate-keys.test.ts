import { expect, test } from 'vitest'
import { addressPace, authorPace, heldFor } from './rate-keys'

const secret = 'a secret that only tests know, 32+'
const of = (email: string, name = '') => authorPace(secret, { email, name })

test('a client is one, whatever part of its network it uses', () => {
  expect(addressPace(secret, '2001:db8:1:2::1')).toBe(addressPace(secret, '2001:db8:1:2:ffff::9'))
  expect(addressPace(secret, '2001:db8:1:2::1')).not.toBe(addressPace(secret, '2001:db8:1:3::1'))
  expect(addressPace(secret, '::ffff:192.0.2.1')).toBe(addressPace(secret, '192.0.2.1'))
  expect(addressPace(secret, '192.0.2.1')).not.toBe(addressPace(secret, '192.0.2.2'))
})

test('somebody is who their e-mail address says or, without one, their name', () => {
  expect(of('Rea@Example.org', 'Rea')).toBe(of('rea@example.org', 'Edith'))
  expect(of('rea@example.org')).not.toBe(of('edith@example.org'))
  expect(of('', 'Rea')).not.toBe(of('', 'Edith'))
  expect(of('', 'Rea')).not.toBe(of('', 'rea'))
})

// Processes of two versions, at an update, count the same.
test('keys are hashes of 22 signs, by the site’s secret, and those of each kind are others', () => {
  const same = '192.0.2.1'
  const keys = [addressPace(secret, same), of(same), of('', same)]
  expect(keys).toEqual(['D8ZFKfecnOtKFARfIIdQBp', 'UG8fdji9z3vcZ7oxMcPrB8', 'AQzpA4RdNwQfKfei34hVRA'])
  for (const key of keys) expect(key).toMatch(/^[\w-]{22}$/)
  expect(of('REA@example.org')).toBe('LTPwP6hOPLWPuh22oAUyCK')
  expect(addressPace('another secret', same)).not.toBe(keys[0])
})

test.each([
  [9, 4, undefined],
  [10, 4, 'flood'],
  [9, 5, 'flood'],
  [11, 6, 'flood'],
])('of %i on the site and %i on a chapter the next one is held: %s', (site, chapter, held) =>
  expect(heldFor({ siteHoldsAt: 10, chapterHoldsAt: 5 }, { site, chapter })).toBe(held),
)
