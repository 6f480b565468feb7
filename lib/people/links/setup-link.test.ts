import { expect, test } from 'vitest'
import { hashOf, newToken, setupLinkPath } from './setup-link'

test('the secret of a link is one of 2²⁵⁶, and may stand in an address as it is', () => {
  const tokens = Array.from({ length: 100 }, newToken)
  expect(new Set(tokens).size).toBe(100)
  for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/)
  expect(setupLinkPath('token')).toBe('/welcome/token')
})

// Links that were mailed before an update are found by it.
test('its hash is what SHA-256 says', () =>
  expect(hashOf('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0'))
