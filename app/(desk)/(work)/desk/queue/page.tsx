import type { Metadata } from 'next'
import { GiveWords } from '@/components/desk/language/words'
import { Queue } from '@/components/desk/queue/queue'
import { pageSizes } from '@/components/desk/queue/view-address'
import { queueFilters } from '@/lib/moderation/queue/schema'
import { queueCounts, queuePage, spamCheckState, titleOfChapter } from '@/lib/moderation/queue/queries'
import { staffOrSignIn } from '../../../acting'
import { speakingTo, titled } from '../../../speaking'
import { decideAction, decideAllAction, replyAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const actor = await staffOrSignIn()
  return titled(actor, ({ queue }) => queue.title)
}

const statuses = ['pending', 'approved', 'spam', 'trash'] as const

export default async function QueuePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, unknown>>
}) {
  const actor = await staffOrSignIn()
  const asked = await searchParams
  const status = statuses.find((one) => one === asked.status) ?? 'pending'
  const after = typeof asked.after === 'string' ? asked.after : undefined
  const show = pageSizes.find((many) => String(many) === asked.show) ?? pageSizes[0]
  const filters = queueFilters.parse(asked)
  const [{ locale, words }, counts, page, checking, chapterTitle] = await Promise.all([
    speakingTo(actor),
    queueCounts(actor),
    queuePage(actor, { status, after, take: show, filters }),
    spamCheckState(actor),
    filters.chapter ? titleOfChapter(actor, filters.chapter) : undefined,
  ])
  const actions = { decide: decideAction, decideAll: decideAllAction, reply: replyAction }
  return (
    <GiveWords words={{ queue: words.queue, problems: words.problems }}>
      <Queue
        locale={locale}
        view={{ status, filters, show }}
        chapterTitle={chapterTitle}
        counts={counts}
        page={page}
        checking={checking}
        person={actor.id}
        {...actions}
        isFirstPage={!after}
      />
    </GiveWords>
  )
}
