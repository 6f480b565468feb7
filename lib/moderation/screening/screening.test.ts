import { describe, expect, test } from 'vitest'
import { finding, input } from '@/lib/i18n/statements/statement'
import type { SpamAnswer, Verdict } from '@/lib/spam/port'
import { aSpamSubmission } from '@/lib/spam/testing/a-submission'
import { readPattern } from '@/lib/spam/words/pattern'
import { screen, screeningRules } from './list'
import { outcomeOf } from './outcome'
import type { Screening } from './screening'

const line = (list: 'disallowed' | 'moderation', text: string) => {
  const read = readPattern(text)
  if (!read.ok) throw new Error(read.refusal)
  return { id: `${list} ${text}`, list, line: text, pattern: read.value }
}
interface Wish extends Partial<Screening> {
  says?: Verdict
  answer?: Partial<SpamAnswer>
}
const about = ({ says = 'ham', answer, ...wish }: Wish = {}): Screening => ({
  submission: aSpamSubmission(),
  words: [],
  linksToHold: 2,
  hold: 'nobody',
  known: false,
  decided: false,
  checker: { name: 'akismet', ask: async () => ({ verdict: says, why: finding('akismet-ham'), ...answer }) },
  filter: async () => ({ ready: false, totals: { spam: 0, ham: 0 } }),
  ...wish,
})
const spammy = async () => ({
  ready: true as const,
  score: { score: 0.99, strongest: [{ token: 'w:casino', spamminess: 0.99 }] },
})
const outcome = async (wish?: Wish) => outcomeOf(await screen(about(wish)))
const saying = (text: string) => aSpamSubmission({ text, locale: 'en' })

test('every rule is asked in the order of the list and leaves what it saw, what it said and how long it took', async () => {
  let clock = 1_000
  const steps = await screen(about(), () => (clock += 5))
  expect(steps.map(({ rule }) => rule)).toEqual(screeningRules.map(({ name }) => name))
  expect(steps[0]).toEqual({
    rule: 'disallowed-words',
    verdict: 'nothing',
    input: input('lines', { count: 0 }),
    why: finding('list-empty'),
    ms: 5,
    at: new Date(1_005),
  })
})

test('where nobody has to wait, and no rule has anything against it, it is published', async () =>
  expect(await outcome()).toMatchObject({ becomes: 'approved', rule: 'nothing-against-it' }))

const quoting = '> http://a.example and\n> http://b.example\nI agree'

test.each<[string, Wish, string, string]>([
  ['everybody waits', { hold: 'everybody' }, 'pending', 'waits-for-editor'],
  ['a first comment waits', { hold: 'first-timers' }, 'pending', 'waits-for-editor'],
  ['two links', { submission: saying('http://a.example http://b.example') }, 'pending', 'links'],
  ['two links in a quotation of its own', { submission: saying(quoting) }, 'pending', 'links'],
  [
    'two links quoted',
    { submission: { ...saying(quoting), answered: quoting } },
    'approved',
    'nothing-against-it',
  ],
  [
    'one link twice',
    { submission: saying('http://a.example/ http://a.example') },
    'approved',
    'nothing-against-it',
  ],
  ['a moderation word', { words: [line('moderation', 'thanks')] }, 'pending', 'moderation-words'],
  ['a disallowed word', { words: [line('disallowed', 'thanks')] }, 'trash', 'disallowed-words'],
  ['a look-alike', { staffLookAlike: () => 'Edith' }, 'pending', 'staff-look-alike'],
  ['a flood', { heldFor: 'flood' }, 'pending', 'flood'],
  ['the hidden field', { submission: aSpamSubmission({ honeypot: 'x' }) }, 'pending', 'hidden-field'],
  ['spam', { says: 'spam' }, 'spam', 'spam-verdict'],
  ['spam, and everybody waits', { says: 'spam', hold: 'everybody' }, 'spam', 'spam-verdict'],
  ['discard', { says: 'discard' }, 'spam', 'spam-verdict'],
  ['unknown', { says: 'unknown' }, 'pending', 'spam-verdict'],
  ['to be looked at again', { answer: { recheckAfter: 120 } }, 'pending', 'spam-verdict'],
  ['the second opinion', { filter: spammy }, 'pending', 'learning-filter'],
])('%s', async (_, wish, becomes, rule) => expect(await outcome(wish)).toMatchObject({ becomes, rule }))

describe('the learning filter', () => {
  const local = {
    name: 'local-rules',
    ask: async () => ({ verdict: 'ham' as const, why: finding('local-nothing') }),
  }
  test('has a say of its own where no checker outside is asked, and says by which words', async () =>
    expect(await outcome({ checker: local, filter: spammy, hold: 'everybody' })).toEqual({
      becomes: 'spam',
      rule: 'learning-filter',
      why: finding('learned', { score: 99, for: 'w:casino', against: '' }),
    }))

  test('never publishes what waits, however sure it is that it is no spam', async () => {
    const filter = async () => ({ ready: true as const, score: { score: 0, strongest: [] } })
    for (const hold of ['everybody', 'first-timers'] as const)
      for (const says of ['ham', 'unknown'] as const)
        expect(await outcome({ filter, hold, says })).toMatchObject({ becomes: 'pending' })
    expect(await outcome({ filter, hold: 'nobody', says: 'unknown' })).toMatchObject({ becomes: 'pending' })
  })
})

test('somebody known need not wait', async () =>
  expect(await outcome({ hold: 'first-timers', known: true })).toMatchObject({ becomes: 'approved' }))

test('haste alone holds nothing: it is a sign', async () => {
  const submission = aSpamSubmission({ text: 'x'.repeat(1_000), elapsedMs: 3_000 })
  const steps = await screen(about({ submission }))
  expect(steps.find(({ rule }) => rule === 'time-to-fill')?.verdict).toBe('sign')
  expect(outcomeOf(steps).becomes).toBe('approved')
})

test('work that only pretends is a sign, and none at all is nothing: scripts are not needed', async () => {
  const said = async (worked?: boolean) =>
    (await screen(about({ submission: aSpamSubmission({ worked }) }))).find(
      ({ rule }) => rule === 'browser-work',
    )!.verdict
  expect([await said(undefined), await said(true), await said(false)]).toEqual(['nothing', 'nothing', 'sign'])
})

test('what a disallowed word has sent to the trash is shown to no checker, unless a person has decided before', async () => {
  let asked = 0
  const checker = {
    name: 'akismet',
    ask: async () => ({ verdict: 'ham' as const, why: finding('note', { text: String(++asked) }) }),
  }
  const words = [line('disallowed', 'thanks')]
  expect(await screen(about({ words, checker }))).toHaveLength(1)
  expect(asked).toBe(0)
  await screen(about({ words, checker, decided: true }))
  expect(asked).toBe(1)
})

test('the order of things: the trash before spam, spam before waiting', async () => {
  const words = [line('disallowed', 'thanks'), line('moderation', 'more')]
  expect((await outcome({ words, says: 'spam', decided: true })).becomes).toBe('trash')
  expect((await outcome({ words: words.slice(1), says: 'spam' })).becomes).toBe('spam')
})

test('without a verdict nothing is published', () => expect(outcomeOf([]).becomes).toBe('pending'))

test('a school’s network is no spam to the filter, when the words are not', async () => {
  const sure = { score: 0.99, strongest: [{ token: 'a:192.0.2', spamminess: 0.99 }] }
  const words = { score: 0.5, strongest: [] }
  const filter = async () => ({ ready: true as const, score: sure, words })
  const local = {
    name: 'local-rules',
    ask: async () => ({ verdict: 'ham' as const, why: finding('local-nothing') }),
  }
  expect(await outcome({ checker: local, filter })).toMatchObject({
    becomes: 'pending',
    rule: 'learning-filter',
  })
})
