import { hamUpTo, isReady, spamFrom, type Score, type Totals } from './bayes'

export type Opinion = 'spam' | 'ham' | 'cannot tell'

export const opinionOf = ({ score }: Pick<Score, 'score'>): Opinion =>
  score >= spamFrom ? 'spam' : score <= hamUpTo ? 'ham' : 'cannot tell'

const kinds: Record<string, (word: string) => string> = {
  w: (word) => `“${word}”`,
  b: (word) => `“${word}”`,
  n: (word) => `the name “${word.replace(/^[wb]:/, '')}”`,
  h: (host) => `a link to ${host}`,
  e: (domain) => `e-mail at ${domain}`,
  a: (network) => `the network ${network}`,
  s: (shape) => `it ${/^\d/.test(shape) ? `has ${shape}` : shape}`,
}

/** A score in a sentence: how sure, and by which words. */
export function explain({ score, strongest }: Score): string {
  const sure = `${Math.round(score * 100)} of 100 for spam`
  const said = (wanted: boolean) =>
    strongest
      .filter(({ spamminess }) => spamminess > 0.5 === wanted)
      .map(({ token }) => kinds[token[0]!]?.(token.slice(2)) ?? token)
      .join(', ')
  const [forSpam, against] = [said(true), said(false)]
  return [sure, forSpam && `for it: ${forSpam}`, against && `against it: ${against}`]
    .filter(Boolean)
    .join('; ')
}

export const tooFewLessons = ({ spam, ham }: Totals) =>
  isReady({ spam, ham }) ? undefined : `has learnt from too few comments yet (${spam} spam, ${ham} not)`
