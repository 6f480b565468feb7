import { finding } from '@/lib/i18n/statements/statement'
import { countLinks } from './links'
import type { SpamAnswer, SpamChecker, SpamSubmission } from './port'
import { isHasty } from './rules'

/** Rules for a site without a key: they explain themselves, and what they do not catch an editor decides. */
export const localRules = (): SpamChecker => ({
  name: 'local-rules',
  here: true,
  check: async (submission) => judge(submission),
  async teach() {}, // rules do not learn
})

interface Sign {
  name: 'hidden' | 'links' | 'markup' | 'haste'
  points: number
  /** How often it was found, where that is a number. */
  count?: number
  /** People do not do this, though their software may. */
  byMachine?: true
}

const enough = 3

// Each of these is a thing that people or their software do too: they quote four sources, write links as they did
// elsewhere, paste, and have their forms filled in for them. So none of them is spam, whatever its points.
const signs: ((submission: SpamSubmission) => Sign | undefined)[] = [
  ({ honeypot }) => (honeypot ? { name: 'hidden', points: enough, byMachine: true } : undefined),
  ({ text, answered }) => {
    const count = countLinks(text, answered)
    return count >= 2 ? { name: 'links', points: count >= 4 ? enough : 1, count } : undefined
  },
  ({ text }) => (/<a\s[^>]{0,500}href|\[url[=\]]/i.test(text) ? { name: 'markup', points: 2 } : undefined),
  (submission) => (isHasty(submission) ? { name: 'haste', points: 1 } : undefined),
]

/** Enough signs hold a comment. It is spam when a machine has left its own and what it wrote is another. */
export function judge(submission: SpamSubmission): SpamAnswer {
  const found = signs.map((sign) => sign(submission)).filter((sign) => sign !== undefined)
  const pointsOf = (some: Sign[]) => some.reduce((sum, { points }) => sum + points, 0)
  const parameters = { hidden: 0, links: 0, markup: 0, haste: 0 }
  for (const { name, count = 1 } of found) parameters[name] = count
  if (found.length === 0) return { verdict: 'ham', why: finding('local-nothing') }
  if (pointsOf(found) < enough) return { verdict: 'ham', why: finding('local-few-signs', parameters) }
  const byMachine = found.some((sign) => sign.byMachine)
  // Haste counts for nothing here: forms that software fills in are sent fast, and pasted texts as well.
  const written = found.filter(({ byMachine: ofMachine, name }) => !ofMachine && name !== 'haste')
  if (byMachine && pointsOf(written) > 1) return { verdict: 'spam', why: finding('local-spam', parameters) }
  return { verdict: 'ham', holds: true, why: finding('local-held', parameters) }
}
