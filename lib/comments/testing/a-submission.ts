import { randomInt, randomUUID } from 'node:crypto'
import { issueChallenge } from '@/lib/captcha/challenge'
import { readNumber } from '@/lib/captcha/numerals'
import { sumWords } from '@/lib/i18n/sum-words'
import { readSubmission } from '../submit/schema'
import type { Submission } from '../submit/types'

export const secret = 'a secret that only tests know, 32+'
export const from = {
  ip: '192.0.2.7',
  userAgent: 'Mozilla/5.0 (test)',
  referrer: 'http://localhost:3000/en',
}

/** A challenge that was issued ten seconds ago, and its answer. */
export function solvedChallenge(chapterId: string, now = Date.now() - 10_000) {
  const { token, question } = issueChallenge({
    now,
    secret,
    chapterId,
    locale: 'en',
    random: (below) => randomInt(below),
  })
  const [left, sign, right] = question.split(' ') as [string, string, string]
  const number = (text: string) => readNumber(text) ?? sumWords('en').numbers.indexOf(text)
  const [a, b] = [number(left), number(right)]
  return { challenge: token, answer: String(sign === '+' ? a + b : sign === '−' ? a - b : a * b) }
}

/** A form as the door reads it, for an edition. */
export function aSubmission(
  edition: { chapterId: string; locale: string; slug: string },
  fields: Record<string, unknown> = {},
): Submission {
  const read = readSubmission(
    {
      comment: 'Hello',
      author: 'Rea',
      email: 'rea@example.org',
      url: '',
      unseen: '',
      chapter: edition.chapterId,
      submission_key: randomUUID(),
      ...solvedChallenge(edition.chapterId),
      ...fields,
    },
    { nameAndEmailRequired: false, websiteField: true },
  )
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return { ...read.value, locale: edition.locale, slug: edition.slug }
}
