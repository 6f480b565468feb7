import { expect, test } from 'vitest'
import { hasFile } from './addresses'

test.each(['/en', '/en/series', '/ja/chapters/%E7%81%AF', '/en/a-b_c~d', '/%2e%2e/%2F'])(
  '%s has a file',
  (address) => {
    expect(hasFile(address)).toBe(true)
  },
)

test.each([
  ...[
    '',
    '/',
    'en',
    '/en/',
    '//en',
    '/en//series',
    '/en/../ja',
    '/en/.',
    '/en/feed.xml',
    '/en?page=2',
    '/en#top',
  ],
  ...[
    '/en/a\0b',
    '/en/a\\b',
    '/en/a b',
    '/en/\n',
    '/en\n',
    '/灯',
    `/en/${'a'.repeat(201)}`,
    '/abcd'.repeat(201),
  ],
])('%j has none', (address) => {
  expect(hasFile(address)).toBe(false)
})
