import { describe, expect, test } from 'vitest'
import { screen } from './list'
import { outcomeOf } from './outcome'
import type { Screening } from './screening'
import { finding } from '@/lib/i18n/statements/statement'
import { localRules } from '@/lib/spam/local-rules'
import { aSpamSubmission } from '@/lib/spam/testing/a-submission'

const about = (wish: Partial<Screening>): Screening => ({
  submission: aSpamSubmission(),
  words: [],
  linksToHold: 2,
  hold: 'nobody',
  known: false,
  decided: false,
  checker: { name: 'akismet', ask: async () => ({ verdict: 'ham', why: finding('akismet-ham') }) },
  filter: async () => ({ ready: false, totals: { spam: 0, ham: 0 } }),
  ...wish,
})
const outcome = async (wish: Partial<Screening>) => outcomeOf(await screen(about(wish)))

describe('what people and their software do holds at most, and says why', () => {
  const byLocalRules = (submission: ReturnType<typeof aSpamSubmission>) => ({
    submission,
    checker: { name: 'local-rules', ask: () => localRules().check(submission) },
  })
  const links = (count: number) => Array.from({ length: count }, (_, n) => `https://example.org/${n} `)
  test.each([
    ['the hidden field', { honeypot: 'Acme Ltd' }, 'pending', 'hidden-field'],
    ['a list of sources', { text: links(9).join('') }, 'pending', 'links'],
    [
      'links as markup',
      {
        text: links(2)
          .map((link) => `<a href="${link}">x</a>`)
          .join(''),
      },
      'pending',
      'links',
    ],
    ['what was pasted', { text: 'x'.repeat(5_000), elapsedMs: 3_000 }, 'approved', 'nothing-against-it'],
    [
      'another language',
      { text: 'Прекрасная глава, спасибо!', locale: 'ja' },
      'approved',
      'nothing-against-it',
    ],
    ['no work of the browser', { worked: undefined }, 'approved', 'nothing-against-it'],
    ['wrong work of the browser', { worked: false }, 'approved', 'nothing-against-it'],
  ] as const)('%s', async (_, fields, becomes, rule) => {
    const submission = aSpamSubmission(fields)
    for (const wish of [{ submission }, byLocalRules(submission)]) {
      expect(await outcome(wish)).toMatchObject({ becomes, rule })
      const steps = await screen(about({ ...wish, linksToHold: 0 }))
      expect(steps.some(({ verdict }) => verdict === 'spam' || verdict === 'trash')).toBe(false)
    }
  })

  test('where no number of links holds, the local rules still want a person to look', async () => {
    const submission = aSpamSubmission({ text: links(4).join('') })
    expect(await outcome({ ...byLocalRules(submission), linksToHold: 0 })).toMatchObject({
      becomes: 'pending',
      rule: 'spam-verdict',
    })
  })
})
