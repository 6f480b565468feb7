import { finding } from '@/lib/i18n/statements/statement'
import type { SpamAnswer, SpamChecker, SpamSubmission, Verdict } from '../port'

export interface FakeChecker extends SpamChecker {
  answer: SpamAnswer
  asked: SpamSubmission[]
  taught: { submission: SpamSubmission; as: 'ham' | 'spam' }[]
}

/** A checker for tests of other rooms: it says what it is told to say and remembers what it was asked. */
export function aFakeChecker(verdict: Verdict = 'ham'): FakeChecker {
  const fake: FakeChecker = {
    name: 'fake',
    answer: { verdict, why: finding('note', { text: 'told so' }) },
    asked: [],
    taught: [],
    check: async (submission) => {
      fake.asked.push(submission)
      return fake.answer
    },
    teach: async (submission, as) => void fake.taught.push({ submission, as }),
  }
  return fake
}
