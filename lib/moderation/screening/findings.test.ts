import { expect, test } from 'vitest'
import { screeningCodes, type ScreeningCode } from '@/lib/i18n/statements/codes'
import { finding, input, type Finding, type Input } from '@/lib/i18n/statements/statement'
import type { SpamAnswer } from '@/lib/spam/port'
import { aSpamSubmission } from '@/lib/spam/testing/a-submission'
import { readPattern } from '@/lib/spam/words/pattern'
import { screen, screeningRules } from './list'
import type { Said, Screening } from './screening'

const line = (list: 'disallowed' | 'moderation', text: string) => {
  const read = readPattern(text)
  if (!read.ok) throw new Error(read.refusal)
  return { id: `${list} ${text}`, list, line: text, pattern: read.value }
}
const about = (wish: Partial<Screening>): Screening => ({
  submission: aSpamSubmission(),
  words: [],
  linksToHold: 2,
  hold: 'nobody',
  known: false,
  decided: false,
  checker: answering({ verdict: 'ham', why: finding('akismet-ham') }),
  filter: async () => ({ ready: false, totals: { spam: 3, ham: 14 } }),
  ...wish,
})
const answering = (answer: SpamAnswer, name = 'akismet') => ({ name, ask: async () => answer })
const by = (wish: Parameters<typeof aSpamSubmission>[0]) => ({ submission: aSpamSubmission(wish) })
const learned = (score: number, token: string, text = score) => ({
  filter: async () => ({
    ready: true as const,
    score: { score, strongest: [{ token, spamminess: score }] },
    words: { score: text, strongest: [] },
  }),
})

const rea = input('author', { name: 'Rea', email: 'rea@example.org' })
const akismet = input('checker', { checker: 'akismet' })
const ham = finding('akismet-ham')
type Case = [rule: ScreeningCode, wish: Partial<Screening>, verdict: Said, seen: Input, why: Finding]
const cases: Case[] = [
  ['disallowed-words', {}, 'nothing', input('lines', { count: 0 }), finding('list-empty')],
  [
    'disallowed-words',
    { words: [line('disallowed', 'casino')] },
    'nothing',
    input('lines', { count: 1 }),
    finding('no-word-found'),
  ],
  [
    'disallowed-words',
    { words: [line('disallowed', 'thanks')] },
    'trash',
    input('excerpt', { field: 'text', excerpt: expect.stringContaining('thanks') as string }),
    finding('word-found', { line: 'thanks', field: 'text' }),
  ],
  [
    'moderation-words',
    { words: [line('moderation', '192.0.2.7')] },
    'hold',
    input('excerpt', { field: 'address', excerpt: '192.0.2.7' }),
    finding('word-found', { line: '192.0.2.7', field: 'address' }),
  ],
  ['standing-rule', {}, 'nothing', rea, finding('standing-none')],
  ...(['author', 'address', 'network', 'host'] as const).map((kind): Case => [
    'standing-rule',
    { standing: { id: 'r', kind, value: 'a {0}', effect: 'hold' } },
    'hold',
    input('mark', { value: 'a {0}' }),
    finding(`standing-${kind}`),
  ]),
  [
    'standing-rule',
    { standing: { id: 'r', kind: 'host', value: 'a.example', effect: 'refuse' } },
    'hold',
    input('mark', { value: 'a.example' }),
    finding('standing-refuses'),
  ],
  ['links', { linksToHold: 0 }, 'nothing', input('links', { count: 0 }), finding('links-any')],
  ['links', {}, 'nothing', input('links', { count: 0 }), finding('links-few', { limit: 2 })],
  [
    'links',
    by({ text: 'https://a.example https://b.example' }),
    'hold',
    input('links', { count: 2 }),
    finding('links-many', { limit: 2 }),
  ],
  ['staff-look-alike', {}, 'nothing', rea, finding('like-nobody')],
  [
    'staff-look-alike',
    { staffLookAlike: () => 'Ed {0}' },
    'hold',
    rea,
    finding('like-staff', { name: 'Ed {0}' }),
  ],
  ['flood', {}, 'nothing', input('came-in'), finding('nothing-unusual')],
  ['flood', { heldFor: 'flood' }, 'hold', input('noted-before'), finding('held-flood')],
  ['flood', { heldFor: 'author' }, 'hold', input('noted-before'), finding('held-author')],
  ['flood', { heldFor: 'staff' }, 'hold', input('noted-before'), finding('held-staff')],
  ['flood', { heldFor: 'late-change' }, 'hold', input('noted-before'), finding('held-late-change')],
  ['flood', { heldFor: 'other' }, 'hold', input('noted-before'), finding('held-otherwise')],
  ['hidden-field', {}, 'nothing', input('field-empty'), finding('hidden-empty')],
  [
    'hidden-field',
    by({ honeypot: 'x'.repeat(400) }),
    'hold',
    input('field-content', { content: 'x'.repeat(300) }),
    finding('hidden-filled'),
  ],
  ['time-to-fill', by({ elapsedMs: undefined }), 'nothing', input('time-unknown'), finding('time-not-taken')],
  [
    'time-to-fill',
    by({ text: '𠮷𠮷', elapsedMs: 9_400 }),
    'nothing',
    input('characters-in', { characters: 2, seconds: 9 }),
    finding('as-fast-as-people'),
  ],
  [
    'time-to-fill',
    by({ text: 'x'.repeat(1_000), elapsedMs: 3_000 }),
    'sign',
    input('characters-in', { characters: 1_000, seconds: 3 }),
    finding('faster-than-people'),
  ],
  ['browser-work', by({ worked: undefined }), 'nothing', input('no-work'), finding('work-none')],
  ['browser-work', by({ worked: true }), 'nothing', input('right-work'), finding('work-done')],
  ['browser-work', by({ worked: false }), 'sign', input('wrong-work'), finding('work-wrong')],
  ['spam-verdict', {}, 'nothing', akismet, ham],
  [
    'spam-verdict',
    { checker: answering({ verdict: 'ham', why: ham, recheckAfter: 120, guid: 'g-1' }) },
    'hold',
    input('checker-guid', { checker: 'akismet', guid: 'g-1' }),
    finding('ham-so-far', { seconds: 120 }),
  ],
  [
    'spam-verdict',
    { checker: answering({ verdict: 'discard', why: finding('akismet-discard') }) },
    'spam',
    akismet,
    finding('akismet-discard'),
  ],
  ['learning-filter', {}, 'nothing', input('features'), finding('too-few-lessons', { spam: 3, ham: 14 })],
  [
    'learning-filter',
    learned(0.04, 'w:lamp'),
    'nothing',
    input('features'),
    finding('learned', { score: 4, for: '', against: 'w:lamp' }),
  ],
  [
    'learning-filter',
    learned(0.99, 's:links:4'),
    'hold',
    input('features'),
    finding('learned', { score: 99, for: 's:links:4', against: '' }),
  ],
  [
    'learning-filter',
    { ...learned(0.99, 'w:casino'), checker: answering({ verdict: 'ham', why: ham }, 'local-rules') },
    'spam',
    input('features'),
    finding('learned', { score: 99, for: 'w:casino', against: '' }),
  ],
  ['waits-for-editor', {}, 'nothing', rea, finding('wait-nobody')],
  ['waits-for-editor', { hold: 'everybody' }, 'hold', rea, finding('wait-everybody')],
  ['waits-for-editor', { hold: 'first-timers' }, 'hold', rea, finding('first-comment')],
  ['waits-for-editor', { hold: 'first-timers', known: true }, 'nothing', rea, finding('known-author')],
  [
    'waits-for-editor',
    by({ name: '\u200b', email: 'a@example.org' }),
    'nothing',
    input('author-without-name', { email: 'a@example.org' }),
    finding('wait-nobody'),
  ],
  [
    'waits-for-editor',
    by({ name: 'Rea', email: '' }),
    'nothing',
    input('author-without-email', { name: 'Rea' }),
    finding('wait-nobody'),
  ],
  [
    'waits-for-editor',
    by({ name: '', email: '' }),
    'nothing',
    input('author-unnamed'),
    finding('wait-nobody'),
  ],
]

test.each(cases)('%#: what %s says, and of what', async (rule, wish, verdict, seen, why) => {
  const step = (await screen(about(wish))).find((one) => one.rule === rule)
  expect(step).toMatchObject({ rule, verdict, input: seen, why })
})

test('each rule of the list is here, in the order in which the codes stand', () => {
  expect(screeningRules.map(({ name }) => name)).toEqual(screeningCodes)
  expect(new Set(cases.map(([rule]) => rule))).toEqual(new Set(screeningCodes))
})
