import { db } from '@/lib/db/client'
import { isReady, scoreOf, type Count, type Score, type Totals } from './bayes'
import { featuresOf, isOfText } from './features'
import type { SpamSubmission } from '../port'

/** Counts every lesson; a feature never has this name, since theirs begin with a letter and a colon. */
export const totalsToken = 'lessons'

export type FilterOpinion =
  | { ready: true; score: Score; /** The same by the words and links of the text alone. */ words?: Score }
  | { ready: false; totals: Totals }

/** What the filter makes of a comment, when it has learnt enough. */
export async function filterOpinion(submission: SpamSubmission): Promise<FilterOpinion> {
  const rows: Count[] = await db.filterToken.findMany({
    where: { token: { in: [...featuresOf(submission), totalsToken] } },
  })
  const totals = totalsIn(rows)
  if (!isReady(totals)) return { ready: false, totals }
  const counts = rows.filter(({ token }) => token !== totalsToken)
  const ofText = counts.filter(({ token }) => isOfText(token))
  return { ready: true, score: scoreOf(counts, totals), words: scoreOf(ofText, totals) }
}

export const filterTotals = async (): Promise<Totals> =>
  totalsIn(await db.filterToken.findMany({ where: { token: totalsToken } }))

const totalsIn = (rows: readonly Count[]): Totals => {
  const { spam = 0, ham = 0 } = rows.find(({ token }) => token === totalsToken) ?? {}
  return { spam, ham }
}
