import { finding, input } from '@/lib/i18n/statements/statement'
import { explain, opinionOf } from '@/lib/spam/learning/explain'
import type { SpamAnswer } from '@/lib/spam/port'
import type { RuleFinding, Said, Screening, Step } from './screening'

const meaning: Record<SpamAnswer['verdict'], Said> = {
  ham: 'nothing',
  spam: 'spam',
  discard: 'spam',
  unknown: 'unknown',
}

export async function checkersVerdict({ checker }: Screening): Promise<RuleFinding> {
  const answer = await checker.ask()
  const { recheckAfter } = answer
  const { name } = checker
  const asked = answer.guid
    ? input('checker-guid', { checker: name, guid: answer.guid })
    : input('checker', { checker: name })
  if (answer.verdict === 'ham' && recheckAfter)
    return {
      verdict: 'hold',
      input: asked,
      answer,
      why: finding('ham-so-far', { seconds: recheckAfter }),
    }
  const verdict = answer.verdict === 'ham' && answer.holds ? 'hold' : meaning[answer.verdict]
  return { verdict, input: asked, answer, why: answer.why }
}

/**
 * What editors have taught. Where a checker outside is asked it is a second opinion, and makes a comment wait that
 * the checker would let through; where there is none it has a say of its own, if what was written is enough for that:
 * a school's address, a hasty hand and the language of the page are no spam. It never publishes anything.
 */
export async function learnedOpinion(
  { filter, checker }: Screening,
  before: readonly Step[],
): Promise<RuleFinding> {
  const learned = await filter()
  const features = input('features')
  if (!learned.ready) {
    const { spam, ham } = learned.totals
    return { verdict: 'nothing', input: features, why: finding('too-few-lessons', { spam, ham }) }
  }
  const why = explain(learned.score)
  if (opinionOf(learned.score) !== 'spam') return { verdict: 'nothing', input: features, why }
  const { words = learned.score } = learned
  if (checker.name === 'local-rules')
    return { verdict: opinionOf(words) === 'spam' ? 'spam' : 'hold', input: features, why }
  const isSpamAlready = before.some(({ verdict }) => verdict === 'spam')
  return { verdict: isSpamAlready ? 'sign' : 'hold', input: features, why }
}
