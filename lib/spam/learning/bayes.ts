/** How often a feature stood in spam, and in comments that were none. */
export interface Count {
  token: string
  spam: number
  ham: number
}

/** How many comments were learnt. */
export interface Totals {
  spam: number
  ham: number
}

export interface Score {
  /** 0: surely no spam, 1: surely spam, about 0.5: cannot tell. */
  score: number
  /** What spoke loudest, for either side. */
  strongest: { token: string; spamminess: number }[]
}

/** Fewer lessons than this of either kind, and a score would be chance. */
export const enoughLessons = 15
export const isReady = ({ spam, ham }: Totals) => spam >= enoughLessons && ham >= enoughLessons

/** From here on a score means spam; up to there, none. Between them the filter cannot tell. */
export const spamFrom = 0.95
export const hamUpTo = 0.2

const belief = 0.45 // how many lessons the neutral guess of 0.5 is worth
const listened = 150
const loud = 0.1

/**
 * Naive Bayes as Gary Robinson put it (Linux Journal, March 2003), with Fisher's method to combine the features:
 * two chi-square tests, one for spam and one against, so that a comment with both kinds of words comes out as
 * "cannot tell" and not as certainty.
 */
export function scoreOf(counts: readonly Count[], totals: Totals): Score {
  const features = counts
    .map(({ token, spam, ham }) => ({ token, spamminess: spamminessOf({ spam, ham }, totals) }))
    .filter(({ spamminess }) => Math.abs(spamminess - 0.5) >= loud)
    .sort((one, other) => Math.abs(other.spamminess - 0.5) - Math.abs(one.spamminess - 0.5))
    .slice(0, listened)
  if (features.length === 0) return { score: 0.5, strongest: [] }
  const log = (values: number[]) => values.reduce((sum, value) => sum + Math.log(value), 0)
  const forSpam = chiSquare(-2 * log(features.map(({ spamminess }) => 1 - spamminess)), features.length)
  const forHam = chiSquare(-2 * log(features.map(({ spamminess }) => spamminess)), features.length)
  return { score: (1 + forHam - forSpam) / 2, strongest: features.slice(0, 6) }
}

function spamminessOf({ spam, ham }: Totals, totals: Totals) {
  const [inSpam, inHam] = [spam / Math.max(1, totals.spam), ham / Math.max(1, totals.ham)]
  const seen = spam + ham
  const plain = inSpam + inHam === 0 ? 0.5 : inSpam / (inSpam + inHam)
  return (belief * 0.5 + seen * plain) / (belief + seen)
}

// The chance of a chi-square of at least this size, with 2n degrees of freedom.
function chiSquare(value: number, n: number): number {
  const half = value / 2
  let term = Math.exp(-half)
  let sum = term
  for (let i = 1; i < n; i++) {
    term *= half / i
    sum += term
  }
  return Math.min(1, sum)
}
