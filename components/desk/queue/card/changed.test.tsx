import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { deskWords } from '@/lib/i18n/desk-words'
import { inLanguage } from '@/components/desk/testing/in-language'
import { Changed } from './changed'

const shown = (first?: string) =>
  renderToStaticMarkup(
    inLanguage(
      'en',
      <Changed
        words={deskWords('en').queue}
        own="en"
        changed={{ at: new Date('2026-01-02T03:04:00Z'), first }}
        locale="ar"
      />,
    ),
  )

test('a changed comment says when, and shows what was first submitted as text', () => {
  expect(shown('First <b>words</b>')).toMatch(
    /Changed by its author, .*2 Jan 2026, 03:04.*First &lt;b&gt;words&lt;\/b&gt;/,
  )
  expect(shown('First')).toContain('lang="ar"')
})

test('after its term it says that it is no longer kept', () =>
  expect(shown()).toContain('What was first submitted is no longer kept.'))
