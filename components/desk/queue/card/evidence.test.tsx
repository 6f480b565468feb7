import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { locales } from '@/lib/i18n/locales'
import { finding, input } from '@/lib/i18n/statements/statement'
import { recordWords } from '@/lib/i18n/statements/words'
import type { QueuedComment } from '@/lib/moderation/queue/queries'
import { inLanguage } from '@/components/desk/testing/in-language'
import { Evidence } from './evidence'
import { WhyHeld } from './why-held'

const at = new Date('2026-01-02T03:04:00Z')
const id = '019c1d2e-0000-7000-8000-000000000001'
const textOf = (markup: string) => markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const evidence = (given: Partial<QueuedComment>) =>
  textOf(
    renderToStaticMarkup(
      inLanguage('en', <Evidence comment={{ status: 'spam', ...given } as QueuedComment} />),
    ),
  )

test('the checker and its verdict are named', () =>
  expect(
    evidence({ verdict: { checker: 'local-rules', verdict: 'ham', why: finding('local-nothing'), at } }),
  ).toContain('local rules: Local rules found nothing'))

test.each(locales)('in %s no finding is told as such, in no colour of praise', (locale) => {
  const verdict = { checker: 'local-rules', verdict: 'ham', why: finding('local-nothing'), at } as const
  const markup = renderToStaticMarkup(
    inLanguage(locale, <Evidence comment={{ status: 'pending', verdict } as QueuedComment} />),
  )
  expect(markup).not.toMatch(/\bham\b|good/)
  expect(markup).toContain(recordWords(locale).history.verdicts.ham)
})

test('the last decision says which rule made it and why, or who and in which words', () => {
  const decided = { to: 'trash', by: null, rule: 'disallowed-words', reason: null, at } as const
  const why = finding('word-found', { line: '<casino>', field: 'url' })
  expect(evidence({ lastDecision: { ...decided, why } })).toMatch(
    /Trash by the rule “disallowed words”, .*: “&lt;casino&gt;” stands in the website/,
  )
  const byEdith = { ...decided, by: 'Edith', rule: null, why: null }
  expect(evidence({ lastDecision: { ...byEdith, reason: 'Not here' } })).toMatch(
    /Trash by Edith ?, .*: Not here/,
  )
})

test('each step says what its rule looked at and found; what is erased is not there', () => {
  const step = { rule: 'links', verdict: 'hold', why: finding('links-many', { limit: 2 }), ms: 0 }
  const held = (seen: ReturnType<typeof input> | null) =>
    textOf(
      renderToStaticMarkup(
        inLanguage(
          'en',
          <WhyHeld comment={{ id, status: 'pending', screening: [{ ...step, input: seen }] }} />,
        ),
      ),
    )
  expect(held(input('links', { count: 2 }))).toMatch(
    /Why was this held\? links .*links : 2 or more make a comment wait \( 2 links \)/,
  )
  expect(held(null)).not.toContain('(')
})
