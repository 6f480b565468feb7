import { expect, test } from 'vitest'
import { fromOurPages } from './same-origin'

const site = 'https://example.org'

test.each([
  [{ origin: site }, site, true],
  [{ origin: site, 'sec-fetch-site': 'same-origin' }, site, true],
  [{ 'sec-fetch-site': 'same-origin' }, site, true],
  [{}, site, false],
  [{ origin: 'null' }, site, false],
  [{ origin: 'https://evil.example' }, site, false],
  [{ origin: 'https://example.org.evil.example' }, site, false],
  [{ origin: 'http://example.org' }, site, false],
  [{ origin: site, 'sec-fetch-site': 'cross-site' }, site, false],
  [{ origin: site, 'sec-fetch-site': 'same-site' }, site, false],
  [{ 'sec-fetch-site': 'none' }, site, false],
  [{ origin: 'https://evil.example', host: 'evil.example' }, site, false],
  [
    { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example', host: 'localhost:3000' },
    undefined,
    false,
  ],
  [{ origin: 'http://localhost:3000', host: 'localhost:3000' }, undefined, true],
  [{ origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }, undefined, true],
  [{ origin: 'null', host: 'localhost:3000' }, undefined, false],
  [{ origin: 'xhttp://localhost:3000', host: 'localhost:3000' }, undefined, false],
  [{ origin: 'ftp://localhost:3000', host: 'localhost:3000' }, undefined, false],
  [{ origin: 'http://localhost:3001', host: 'localhost:3000' }, undefined, false],
])('%j to a site at %s: %s', (headers, siteUrl, expected) => {
  expect(fromOurPages(headers, siteUrl)).toBe(expected)
})
