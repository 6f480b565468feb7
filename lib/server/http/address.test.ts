import { describe, expect, test } from 'vitest'
import { originForm, readAddress, withoutBreaksBehind } from './address'

test.each([
  ['/en?q=1', '/en?q=1'],
  ['http://example.org/en', '/en'],
  ['HTTPS://example.org:3000/en?q=1#x', '/en?q=1#x'],
  ['http://example.org', '/'],
  ['http://example.org?q=1', '/?q=1'],
  ['http://example.org#x', '/#x'],
  ['ftp://example.org/en', 'ftp://example.org/en'],
  ['xhttp://example.org/en', 'xhttp://example.org/en'],
  ['/http://example.org/en', '/http://example.org/en'],
  ['//example.org/en', '//example.org/en'],
  ['example.org/en', 'example.org/en'],
  ['*', '*'],
])('what %s asks of this very server: %s', (url, local) => expect(originForm(url)).toBe(local))

test.each([
  ['/en/a%0A', '/en/a'],
  ['/en/a%0d%0A%09', '/en/a'],
  ['%0A', ''],
  ['/', '/'],
  ['/en/a%20', '/en/a%20'],
  ['/en/a%0B', '/en/a%0B'],
  ['/en/a%0Ab', '/en/a%0Ab'],
  ['/en/a%0A%20', '/en/a%0A%20'],
  ['/en/%250A', '/en/%250A'],
  ['/en/a%0', '/en/a%0'],
])('%s without the breaks behind it: %s', (path, bare) => expect(withoutBreaksBehind(path)).toBe(bare))

describe('an address', () => {
  test.each([
    ['/', { rawPath: '/', path: '/', segments: [], locale: undefined, rawQuery: '' }],
    ['/?', { rawPath: '/', rawQuery: '' }],
    ['http://example.org/en', { rawPath: '/en', path: '/en', locale: 'en' }],
    ['/en/?a=b', { rawPath: '/en/', path: '/en', segments: ['en'], locale: 'en', rawQuery: 'a=b' }],
    ['//en//x', { rawPath: '//en//x', path: '/en/x', segments: ['en', 'x'] }],
    ['/x/en', { path: '/x/en', segments: ['x', 'en'], locale: undefined }],
    ['/ja/%e7%81%af', { rawPath: '/ja/%e7%81%af', path: '/ja/%E7%81%AF', segments: ['ja', '灯'] }],
    ['/en/灯?a', { rawPath: '/en/灯', path: '/en/%E7%81%AF', segments: ['en', '灯'], rawQuery: 'a' }],
    ['/en/a%3Fb%23c', { path: '/en/a%3Fb%23c', segments: ['en', 'a?b#c'] }],
    ['/en?a=1?b=2#x?c', { rawPath: '/en', rawQuery: 'a=1?b=2' }],
    ['/en#x?q=1', { rawPath: '/en', rawQuery: '' }],
    ['/en?a=1\nb=2', { rawQuery: 'a=1\nb=2' }],
    ['/en/...', { segments: ['en', '...'] }],
    ['/en/100%', { segments: ['en', '100%'], path: '/en/100%25' }],
    ['/EN/%zz', { segments: ['EN', '%zz'] }],
    ['/en/.x/y.', { segments: ['en', '.x', 'y.'] }],
    ['/en/a%0D%0A?x', { rawPath: '/en/a%0D%0A', path: '/en/a', rawQuery: 'x' }],
  ])('%j', (url, parts) => expect(readAddress(url)).toMatchObject(parts))

  test('has its query as fields', () =>
    expect([...readAddress('/en?q=a+b&q=%C3%A9')!.query]).toEqual([
      ['q', 'a b'],
      ['q', 'é'],
    ]))

  test.each([
    ...['en', '', '*', '?x', 'ftp://example.org/en'],
    ...[
      '/.',
      '/en/..',
      '/%2e%2E/en',
      '/en/%2F',
      '/en/a%5Cb',
      '/en/a\\b',
      '/en/%00',
      '/en/a%0Ab',
      '/en/%7F',
      '/en/%85',
    ],
    ...['/desk/%', '/desk/%zz', '/en/%ff'],
  ])('%j is none', (url) => expect(readAddress(url)).toBeUndefined())

  test('has 4,096 characters at most', () => {
    expect(readAddress(`/${'a'.repeat(4_095)}`)).toBeDefined()
    expect(readAddress(`/${'a'.repeat(4_096)}`)).toBeUndefined()
  })
})
