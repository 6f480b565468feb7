import { countLinks } from './links'
import type { SpamAnswer, SpamChecker, SpamSubmission } from './port'

/** Rules for a site without a key: they explain themselves, and what they do not catch an editor decides. */
export const localRules = (): SpamChecker => ({
  name: 'local rules',
  check: async (submission) => judge(submission),
  async teach() {}, // rules do not learn
})

/** A sign of 3 points is enough by itself; weaker ones must come together. */
const signs: ((submission: SpamSubmission) => { points: number; why: string } | undefined)[] = [
  ({ honeypot }) =>
    honeypot ? { points: 3, why: 'it filled in the field that people do not see' } : undefined,
  ({ text }) => {
    const links = countLinks(text)
    if (links >= 4) return { points: 3, why: `it contains ${links} links` }
    return links >= 2 ? { points: 1, why: `it contains ${links} links` } : undefined
  },
  ({ text }) =>
    /<a\s[^>]{0,500}href|\[url[=\]]/i.test(text)
      ? { points: 2, why: 'its links are written as markup' }
      : undefined,
  ({ elapsedMs, text }) =>
    elapsedMs !== undefined && text.length / (elapsedMs / 1_000) > 60
      ? { points: 1, why: 'it was written faster than people write' }
      : undefined,
]

export function judge(submission: SpamSubmission): SpamAnswer {
  const found = signs.map((sign) => sign(submission)).filter((sign) => sign !== undefined)
  const points = found.reduce((sum, sign) => sum + sign.points, 0)
  const list = found.map(({ why }) => why).join('; ')
  if (points >= 3) return { verdict: 'spam', why: `Local rules: ${list}` }
  return {
    verdict: 'ham',
    why: found.length ? `Local rules: not enough for spam: ${list}` : 'Local rules found nothing',
  }
}
