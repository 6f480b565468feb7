import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { locales } from '@/lib/i18n/locales'

// A selector cannot take a value from the document, so the style sheet names each language.
const lines = globSync('{app,components}/**/*.css').flatMap((file) => readFileSync(file, 'utf8').split('\n'))
const anyLanguage = new RegExp(`\\b(${locales.join('|')})\\b`, 'g')
const selectorsFor = (locale: string) =>
  lines
    .filter((line) => new RegExp(`#comments-in-${locale}\\b`).test(line))
    .map((line) => line.replace(/( \{|,)$/, '').replace(anyLanguage, '<locale>'))

test.each(locales)('the style sheet shows only comments in %s where that is chosen', (locale) => {
  expect(selectorsFor(locale).length).toBeGreaterThanOrEqual(7)
  expect(selectorsFor(locale)).toEqual(selectorsFor('en'))
})
