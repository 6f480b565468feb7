import type { IncomingMessage } from 'node:http'
import { describe, expect, test } from 'vitest'
import { clientAddress } from './client-address'

const request = (peer: string | undefined, forwarded?: string | string[]) =>
  ({
    socket: { remoteAddress: peer },
    headers: { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage

describe('who sent a request', () => {
  test.each([
    ['192.0.2.1', undefined, 0, '192.0.2.1'],
    ['::ffff:192.0.2.1', undefined, 0, '192.0.2.1'],
    ['::ffff:c633:640a', undefined, 0, '198.51.100.10'],
    ['127.0.0.1', '0:0:0:0:0:FFFF:C633:640A', 1, '198.51.100.10'],
    ['127.0.0.1', '[::ffff:c633:640a]:4711', 1, '198.51.100.10'],
    ['127.0.0.1', '::ffff:0:c633:640a', 1, '::ffff:0:c633:640a'],
    ['127.0.0.1', '203.0.113.9', 0, '127.0.0.1'],
    ['127.0.0.1', '203.0.113.9', 1, '203.0.113.9'],
    ['127.0.0.1', '6.6.6.6, 203.0.113.9', 1, '203.0.113.9'],
    ['127.0.0.1', '6.6.6.6, 203.0.113.9, 10.0.0.2', 2, '203.0.113.9'],
    ['127.0.0.1', ['6.6.6.6', '203.0.113.9'], 1, '203.0.113.9'],
    ['127.0.0.1', '203.0.113.9:4711', 1, '203.0.113.9'],
    ['127.0.0.1', '[2001:db8::1]:4711', 1, '2001:db8::1'],
    ['127.0.0.1', '[2001:db8::1]', 1, '2001:db8::1'],
    ['127.0.0.1', 'x[2001:db8::1]:4711', 1, '127.0.0.1'],
    ['127.0.0.1', '[2001:db8::1]:4711x', 1, '127.0.0.1'],
    ['127.0.0.1', '2[001:db8::1]', 1, '127.0.0.1'],
    ['127.0.0.1', '[2001:db8::]1', 1, '127.0.0.1'],
    ['127.0.0.1', '203.110.113.19:4711', 1, '203.110.113.19'],
    ['127.0.0.1', '203.0.113.9:4711x', 1, '127.0.0.1'],
    ['fe80::1%eth0', undefined, 0, 'fe80::1'],
    ['127.0.0.1', 'nonsense', 1, '127.0.0.1'],
    ['127.0.0.1', '203.0.113.9', 2, '127.0.0.1'],
    ['127.0.0.1', undefined, 1, '127.0.0.1'],
    [undefined, undefined, 0, ''],
  ])('peer %s, forwarded for %j, %i hops: %s', (peer, forwarded, hops, expected) => {
    expect(clientAddress(request(peer, forwarded), hops)).toBe(expected)
  })
})
