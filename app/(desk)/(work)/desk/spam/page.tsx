import type { Metadata } from 'next'
import { GiveWords } from '@/components/desk/language/words'
import { SpamPage } from '@/components/desk/spam/spam-page'
import { spamCheckState } from '@/lib/moderation/queue/queries'
import { recheckProgress } from '@/lib/moderation/screening/recheck-commands'
import { screeningRules } from '@/lib/moderation/screening/list'
import { wordsInForce } from '@/lib/moderation/words/queries'
import { filterTotals } from '@/lib/spam/learning/queries'
import { enoughLessons, isReady } from '@/lib/spam/learning/bayes'
import { spamAccount } from '@/lib/spam/queries'
import { staffOrSignIn } from '../../../acting'
import { speakingTo, titled } from '../../../speaking'
import { checkAllAction, reviewAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const actor = await staffOrSignIn('moderate comments')
  return titled(actor, ({ spam }) => spam.title)
}

export default async function SpamDeskPage() {
  const actor = await staffOrSignIn('moderate comments')
  const [{ locale, words: said }, checking, account, progress, totals, words] = await Promise.all([
    speakingTo(actor),
    spamCheckState(actor),
    spamAccount(),
    recheckProgress(actor),
    filterTotals(),
    wordsInForce(actor),
  ])
  return (
    <GiveWords words={{ problems: said.problems }}>
      <SpamPage
        locale={locale}
        checking={checking}
        account={account}
        progress={progress}
        checkAll={checkAllAction}
        review={reviewAction}
        learned={{ ...totals, isReady: isReady(totals), needed: enoughLessons }}
        words={words}
        rules={screeningRules.map(({ name }) => name)}
      />
    </GiveWords>
  )
}
