import { db } from '@/lib/db/client'
import { isReady, scoreOf, type Count, type Score, type Totals } from './bayes'
import { featuresOf, isOfText } from './features'
import type { SpamSubmission } from '../port'

/** Counts every lesson; a feature never has this name, since theirs begin with a letter and a colon. */
export const totalsToken = 'lessons'

export type FilterOpinion =
  | { ready: true; score: Score; /** The same by the words and links of the text alone. */ words?: Score }
  | { ready: false; totals: Totals }

/** What the filter makes of each of these comments, when it has learnt enough. */
export async function filterOpinions(submissions: readonly SpamSubmission[]): Promise<FilterOpinion[]> {
  const features = submissions.map((submission) => [...new Set(featuresOf(submission))])
  const tokens = [...new Set(features.flat()), totalsToken]
  const rows = await db.$queryRaw<Count[]>`
    select token, spam, ham from filter_token where token = any (${tokens}::text[])`
  const totals = totalsIn(rows)
  if (!isReady(totals)) return submissions.map(() => ({ ready: false, totals }))
  const counts = new Map(rows.filter(({ token }) => token !== totalsToken).map((row) => [row.token, row]))
  return features.map((own) =>
    opinionIn(
      own.flatMap((token) => counts.get(token) ?? []),
      totals,
    ),
  )
}

function opinionIn(counts: readonly Count[], totals: Totals): FilterOpinion {
  const ofText = counts.filter(({ token }) => isOfText(token))
  return { ready: true, score: scoreOf(counts, totals), words: scoreOf(ofText, totals) }
}

export const filterTotals = async (): Promise<Totals> =>
  totalsIn(await db.filterToken.findMany({ where: { token: totalsToken } }))

const totalsIn = (rows: readonly Count[]): Totals => {
  const { spam = 0, ham = 0 } = rows.find(({ token }) => token === totalsToken) ?? {}
  return { spam, ham }
}
