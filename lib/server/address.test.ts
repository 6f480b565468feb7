import { expect, test } from 'vitest'
import { readAddress } from './address'

test.each([
  ['/', { kind: 'root' }],
  ['/?utm_source=x', { kind: 'root' }],
  ['/en', { kind: 'page', locale: 'en', path: '/en', posted: false }],
  ['/en?utm_source=x', { kind: 'page', locale: 'en', path: '/en', posted: false }],
  [
    '/ja/chapters/灯台',
    { kind: 'page', locale: 'ja', path: '/ja/chapters/%E7%81%AF%E5%8F%B0', posted: false },
  ],
  ['/ja/chapters/%e7%81%af', { kind: 'page', locale: 'ja', path: '/ja/chapters/%E7%81%AF', posted: false }],
  ['/en/chapters/a?posted=pending', { kind: 'page', locale: 'en', path: '/en/chapters/a', posted: true }],
  ['/en/chapters/a/', { kind: 'moved', to: '/en/chapters/a' }],
  ['/en/chapters/a/comments', { kind: 'comments', locale: 'en', slug: 'a' }],
  [
    '/en/chapters/a/comments/b',
    { kind: 'page', locale: 'en', path: '/en/chapters/a/comments/b', posted: false },
  ],
  ['/xx/chapters/a', { kind: 'unknown' }],
  ['/wp-login.php', { kind: 'unknown' }],
  ['/desk/queue?status=spam', { kind: 'application' }],
  ['/deskside', { kind: 'unknown' }],
  ['/sign-in', { kind: 'application' }],
  ['/api/auth/session', { kind: 'application' }],
  ['/api/health', { kind: 'health' }],
  ['/_next/image?url=http://127.0.0.1/', { kind: 'unknown' }],
  ['/_next/static/chunks/a.js', { kind: 'file', path: '/_next/static/chunks/a.js' }],
  ['/en/%00', { kind: 'unreadable' }],
  ['/en/%zz', { kind: 'unreadable' }],
  ['/en/%ff', { kind: 'unreadable' }],
  ['/en/../desk', { kind: 'unreadable' }],
  ['/en/%2e%2e/desk', { kind: 'unreadable' }],
  ['/en/a%2fb', { kind: 'unreadable' }],
  ['http://127.0.0.1:1/', { kind: 'unreadable' }],
  [`/en/${'a'.repeat(5000)}`, { kind: 'unreadable' }],
])('%s', (url, asked) => expect(readAddress(url)).toEqual(asked))
