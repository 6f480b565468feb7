import { describe, expect, test } from 'vitest'
import { addressKey, neighbourhoodKey } from './address-key'

describe('the key of an address', () => {
  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:DB8:0001:2::', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::ffff:198.51.100.10', '198.51.100.10'],
    ['::ffff:c633:640a', '198.51.100.10'],
    ['0:0:0:0:0:ffff:C633:640A', '198.51.100.10'],
    ['::FFFF:0:1', '0.0.0.1'],
    ['2001:db8::ffff:c633:640a', '2001:db8:0:0::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
  ])('%s is counted as %s', (address, key) => expect(addressKey(address)).toBe(key))
})

describe('the key of its surroundings', () => {
  test.each([
    ['192.0.2.1', '192.0.2.0/24'],
    ['192.0.2.254', '192.0.2.0/24'],
    ['::ffff:198.51.100.10', '198.51.100.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
    ['2001:db8:1:ffff::9', '2001:db8:1::/48'],
    ['::1', '0:0:0::/48'],
    ['unknown', 'unknown'],
  ])('%s is counted as %s', (address, key) => expect(neighbourhoodKey(address)).toBe(key))
})
