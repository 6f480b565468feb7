import type { Metadata } from 'next'
import { SpamPage } from '@/components/desk/spam/spam-page'
import { spamCheckState } from '@/lib/moderation/queue/queries'
import { recheckProgress } from '@/lib/moderation/screening/recheck-commands'
import { screeningRules } from '@/lib/moderation/screening/list'
import { wordsInForce } from '@/lib/moderation/words/queries'
import { filterTotals } from '@/lib/spam/learning/queries'
import { enoughLessons, isReady } from '@/lib/spam/learning/bayes'
import { spamAccount } from '@/lib/spam/queries'
import { staffOrSignIn } from '../../../acting'
import { checkAllAction, reviewAction } from './actions'

export const metadata: Metadata = { title: 'Spam' }

export default async function SpamDeskPage() {
  const actor = await staffOrSignIn()
  const [checking, account, progress, totals, words] = await Promise.all([
    spamCheckState(actor),
    spamAccount(),
    recheckProgress(actor),
    filterTotals(),
    wordsInForce(actor),
  ])
  return (
    <SpamPage
      checking={checking}
      account={account}
      progress={progress}
      checkAll={checkAllAction}
      review={reviewAction}
      learned={{ ...totals, isReady: isReady(totals), needed: enoughLessons }}
      words={words}
      rules={screeningRules.map(({ name }) => name)}
    />
  )
}
