import { Overview } from '@/components/desk/frame/overview'
import { editionCounts, newestDrafts } from '@/lib/chapters/writing/list-queries'
import { searchedWords } from '@/lib/chapters/counts/searches-queries'
import { queueCounts, spamCheckState } from '@/lib/moderation/queue/queries'
import { may } from '@/lib/people/permissions'
import { staffOrSignIn } from '../../acting'
import { speakingTo } from '../../speaking'

export default async function DeskPage() {
  const actor = await staffOrSignIn()
  const moderates = may(actor, 'moderate comments')
  const [{ locale }, comments, editions, checking, drafts, searched] = await Promise.all([
    speakingTo(actor),
    moderates ? queueCounts(actor) : undefined,
    editionCounts(actor),
    moderates ? spamCheckState(actor) : undefined,
    newestDrafts(actor),
    searchedWords(actor),
  ])
  return (
    <Overview
      locale={locale}
      name={actor.name}
      comments={comments}
      editions={editions}
      checking={checking}
      drafts={drafts}
      searched={searched}
    />
  )
}
