import { expect, test } from 'vitest'
import { locales } from '@/lib/i18n/locales'
import { finding, problem } from '@/lib/i18n/statements/statement'
import type { Happening } from '@/lib/moderation/decisions/history-queries'
import { happeningWords } from './happening-words'

const at = new Date('2026-01-02T03:04:00Z')
const verdict = { at, kind: 'verdict', checker: 'akismet', verdict: 'spam', asked: null, guid: null } as const
const decision = {
  at,
  kind: 'decision',
  by: null,
  rule: null,
  reason: null,
  why: null,
  undoes: false,
} as const
const feedback = { at, kind: 'feedback', by: 'Edith', lesson: 'spam', problem: null, attempts: 0 } as const
const why = finding('akismet-spam')

const edit = {
  at,
  kind: 'edit',
  id: 'x',
  by: 'Edith',
  why: null,
  reason: null,
  undoes: false,
  before: { name: 'Rea', url: null, text: 'a' },
  after: { name: 'Rea', url: 'https://example.org/', text: 'b' },
} as const
const relocation = { at, kind: 'relocation', id: 'x', by: 'Edith', from: 'One', to: 'Two' } as const

const cases: [Happening, string][] = [
  [edit, 'Edith: edited: website, text'],
  [
    { ...edit, why: 'insult', reason: 'a {word}' },
    'Edith: edited: website, text: it held an insult, a {word}',
  ],
  [{ ...edit, before: null, after: null, undoes: true }, 'Edith: undone: edited: text'],
  [{ ...edit, why: 'from tomorrow' }, 'Edith: edited: website, text: from tomorrow'],
  [{ ...relocation, undoes: false }, 'Edith: moved it from “One” to “Two”'],
  [{ ...relocation, undoes: true }, 'Edith: undone: moved it from “One” to “Two”'],
  [{ at, kind: 'sent', name: 'Rea' }, 'Rea: sent the comment'],
  [{ at, kind: 'sent', name: ' \u200b' }, 'Anonymous: sent the comment'],
  [{ at, kind: 'change', name: 'Rea', isErased: false }, 'Rea: changed the text'],
  [{ at, kind: 'change', name: '', isErased: true }, 'its author: erased the comment'],
  [{ ...verdict, why }, 'Akismet: spam: Akismet takes this for spam'],
  [
    { ...verdict, why, checker: 'local-rules', asked: 'recheck_queue', guid: 'a-guid' },
    'local rules: spam: Akismet takes this for spam (asked again by hand) [a-guid]',
  ],
  [
    { ...verdict, why, asked: 'webhook' },
    'Akismet: spam: Akismet takes this for spam (said later, by itself)',
  ],
  [{ ...verdict, why, asked: 'constructor' }, 'Akismet: spam: Akismet takes this for spam'],
  [
    { ...decision, rule: 'changed-by-author', from: 'approved', to: 'pending' },
    'the rule “changed by its author”: approved → pending',
  ],
  [
    { ...decision, rule: 'disallowed-words', from: 'pending', to: 'trash', why },
    'the rule “disallowed words”: pending → trash: Akismet takes this for spam',
  ],
  [
    { ...decision, by: 'Edith', from: 'spam', to: 'approved', reason: 'a {friend}' },
    'Edith: spam → approved: a {friend}',
  ],
  [{ ...decision, by: 'Edith', from: 'spam', to: 'pending', undoes: true }, 'Edith: undone: spam → pending'],
  [{ ...feedback, state: 'waiting' }, 'Edith: will be reported as spam; not accepted by Akismet yet'],
  [
    { ...feedback, state: 'sent', lesson: 'ham', attempts: 1 },
    'Edith: reported as not spam; accepted by Akismet',
  ],
  [{ ...feedback, state: 'withdrawn', by: null }, 'somebody: not reported as spam: undone in time'],
  [
    { ...feedback, state: 'expired', problem: problem('no-key'), attempts: 3 },
    'Edith: not reported as spam: no Akismet key is set (tried 3 times)',
  ],
]

test.each(cases)('%#: what has happened, in words', (happening, said) => {
  const { who, what } = happeningWords('en', happening)
  expect(`${who}: ${what}`).toBe(said)
})

test.each(locales)('in %s each says something of its own', (locale) => {
  const all = cases.map(([happening]) => happeningWords(locale, happening))
  for (const { who, what } of all) expect([who, what]).not.toContain('')
  if (locale !== 'en')
    for (const [place, { who, what }] of all.entries()) expect(`${who}: ${what}`).not.toBe(cases[place]![1])
})

test('an override in a reason turns nothing around', () => {
  const happening = {
    ...decision,
    by: 'Edith',
    from: 'spam',
    to: 'approved',
    reason: '\u202egnirts',
  } as const
  for (const locale of locales) expect(happeningWords(locale, happening).what).not.toContain('\u202e')
})
