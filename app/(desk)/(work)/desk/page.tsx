import { Overview } from '@/components/desk/overview'
import { editionCounts, newestDrafts } from '@/lib/chapters/desk-queries'
import { searchedWords } from '@/lib/chapters/searched-queries'
import { queueCounts, spamCheckState } from '@/lib/moderation/queries'
import { staffOrSignIn } from '../../acting'

export default async function DeskPage() {
  const actor = await staffOrSignIn()
  const [comments, editions, checking, drafts, searched] = await Promise.all([
    queueCounts(actor),
    editionCounts(actor),
    spamCheckState(actor),
    newestDrafts(actor),
    searchedWords(actor),
  ])
  return <Overview name={actor.name} {...{ comments, editions, checking, drafts, searched }} />
}
