import { countLinks } from './links'
import type { SpamAnswer, SpamChecker, SpamSubmission } from './port'

/** Rules for a site without a key: they explain themselves, and what they do not catch an editor decides. */
export const localRules = (): SpamChecker => ({
  name: 'local rules',
  check: async (submission) => judge(submission),
  async teach() {}, // rules do not learn
})

interface Sign {
  points: number
  why: string
  /** People do not do this, though their software may. */
  byMachine?: true
}

const enough = 3

// Each of these is a thing that people or their software do too: they quote four sources, write links as they did
// elsewhere, paste, and have their forms filled in for them. So none of them is spam, whatever its points.
const signs: ((submission: SpamSubmission) => Sign | undefined)[] = [
  ({ honeypot }) =>
    honeypot
      ? { points: enough, why: 'it filled in the field that people do not see', byMachine: true }
      : undefined,
  ({ text }) => {
    const links = countLinks(text)
    if (links >= 4) return { points: enough, why: `it contains ${links} links` }
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

/** Enough signs hold a comment. It is spam when a machine has left its own and what it wrote is another. */
export function judge(submission: SpamSubmission): SpamAnswer {
  const found = signs.map((sign) => sign(submission)).filter((sign) => sign !== undefined)
  const pointsOf = (some: Sign[]) => some.reduce((sum, { points }) => sum + points, 0)
  const list = found.map(({ why }) => why).join('; ')
  if (found.length === 0) return { verdict: 'ham', why: 'Local rules found nothing' }
  if (pointsOf(found) < enough) return { verdict: 'ham', why: `Local rules: not enough for spam: ${list}` }
  const byMachine = found.some((sign) => sign.byMachine)
  if (byMachine && pointsOf(found.filter((sign) => !sign.byMachine)) > 1)
    return { verdict: 'spam', why: `Local rules: ${list}` }
  return {
    verdict: 'ham',
    holds: true,
    why: `Local rules: not enough for spam, but to be looked at: ${list}`,
  }
}
