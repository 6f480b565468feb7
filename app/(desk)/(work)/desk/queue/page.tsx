import type { Metadata } from 'next'
import { GiveWords } from '@/components/desk/language/words'
import { pageSizes, Queue } from '@/components/desk/queue/queue'
import { queueCounts, queuePage, spamCheckState } from '@/lib/moderation/queue/queries'
import { staffOrSignIn } from '../../../acting'
import { speakingTo, titled } from '../../../speaking'
import { decideAction, replyAction } from './actions'

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
  const [{ locale, words }, counts, page, checking] = await Promise.all([
    speakingTo(actor),
    queueCounts(actor),
    queuePage(actor, { status, after, take: show }),
    spamCheckState(actor),
  ])
  const actions = { decide: decideAction, reply: replyAction }
  return (
    <GiveWords words={{ queue: words.queue, problems: words.problems }}>
      <Queue
        locale={locale}
        status={status}
        counts={counts}
        page={page}
        checking={checking}
        show={show}
        {...actions}
        isFirstPage={!after}
      />
    </GiveWords>
  )
}
