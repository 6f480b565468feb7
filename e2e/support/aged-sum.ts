import { randomInt } from 'node:crypto'
import { issueChallenge } from '@/lib/captcha/challenge'
import { solve } from '@/e2e/rig/solve'

/** What the sites of journeys sign their calculations with. */
export const secret = 'what only the sites of journeys know'

/**
 * A calculation as if it had been asked for some seconds ago, and its result. The server takes no answer within three
 * seconds of its question; a site whose secret we know need not be waited for. That the rule holds is tested in
 * lib/captcha, and on a page with `answerSumAsAsked`.
 */
export function agedSum(chapterId: string) {
  const { token, question } = issueChallenge({
    now: Date.now() - 5_000,
    random: randomInt,
    secret,
    chapterId,
    locale: 'en',
  })
  return { challenge: token, answer: String(solve(question)) }
}

/** The fields of a form, with such a calculation in place of the one that was asked just now. */
export const aged = <Fields extends { chapter: string }>(fields: Fields) => ({
  ...fields,
  ...agedSum(fields.chapter),
})
