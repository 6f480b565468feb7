import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { locales } from '@/lib/i18n/locales'
import { awayPages } from './away-pages'

test('deploy/away has the words of today (npm run away-pages)', () => {
  const pages = awayPages()
  expect(
    readdirSync('deploy/away')
      .map((name) => path.join('deploy', 'away', name))
      .sort(),
  ).toEqual(Object.keys(pages).sort())
  for (const [file, text] of Object.entries(pages)) expect(readFileSync(file, 'utf8'), file).toBe(text)
})

test('deploy/nginx.conf knows every language', () => {
  const conf = readFileSync('deploy/nginx.conf', 'utf8')
  expect(conf).toContain(`"~^/(${locales.join('|')})(/|$)" $1;`)
  for (const locale of locales.slice(1)) expect(conf).toContain(`~*^${locale} ${locale};`)
})
