import { finding, type Finding } from '@/lib/i18n/statements/statement'
import { hamUpTo, spamFrom, type Score } from './bayes'

export type Opinion = 'spam' | 'ham' | 'cannot tell'

export const opinionOf = ({ score }: Pick<Score, 'score'>): Opinion =>
  score >= spamFrom ? 'spam' : score <= hamUpTo ? 'ham' : 'cannot tell'

/** What a score says: how sure, and by which features. */
export function explain({ score, strongest }: Score): Finding {
  const features = (forSpam: boolean) =>
    strongest
      .filter(({ spamminess }) => spamminess > 0.5 === forSpam)
      .map(({ token }) => token)
      .join('\n')
  return finding('learned', {
    score: Math.round(score * 100),
    for: features(true),
    against: features(false),
  })
}
