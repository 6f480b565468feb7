import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { GiveWords } from '@/components/desk/language/words'
import { densityCookie, readDensity } from '@/components/desk/queue/density/density'
import { Queue } from '@/components/desk/queue/queue'
import { pageSizes } from '@/components/desk/queue/view-address'
import { bulkInSight } from '@/lib/moderation/bulk/queries'
import { viewCount } from '@/lib/moderation/queue/count-queries'
import { namedFilters, queueFilters } from '@/lib/moderation/queue/schema'
import { queueCounts, queuePage, spamCheckState } from '@/lib/moderation/queue/queries'
import { titleOfChapter, titleOfSeries } from '@/lib/moderation/queue/title-queries'
import { viewNames } from '@/lib/moderation/queue/views/types'
import { savedViews } from '@/lib/moderation/saved-views/queries'
import { may } from '@/lib/people/permissions'
import { staffOrSignIn } from '../../../acting'
import { requestTime, speakingTo, titled } from '../../../speaking'
import { bulkProgressAction, changeBulkAction } from './bulk-actions'
import { editCommentAction } from './changing-actions'
import { savedViewAction } from './view-actions'
import { decideAction, decideAllAction, replyAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const actor = await staffOrSignIn('moderate comments')
  return titled(actor, ({ queue }) => queue.title)
}

export default async function QueuePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, unknown>>
}) {
  const actor = await staffOrSignIn('moderate comments')
  const asked = await searchParams
  const status = viewNames.find((one) => one === asked.status) ?? 'pending'
  const after = typeof asked.after === 'string' ? asked.after : undefined
  const show = pageSizes.find((many) => String(many) === asked.show) ?? pageSizes[0]
  const filters = queueFilters.parse(asked)
  const readAt = requestTime()
  const isNarrowed = namedFilters(filters).length > 0
  const { locale, words } = await speakingTo(actor)
  const [counts, page, checking, chapter, series, found, mine, saved, runs] = await Promise.all([
    queueCounts(actor),
    queuePage(actor, { status, after, take: show, filters }),
    spamCheckState(actor),
    filters.chapter ? titleOfChapter(actor, filters.chapter) : undefined,
    filters.series ? titleOfSeries(actor, filters.series, locale) : undefined,
    isNarrowed ? viewCount(actor, { status, filters }) : undefined,
    viewCount(actor, { status: 'mine' }),
    savedViews(actor),
    bulkInSight(actor),
  ])
  const change = { edit: editCommentAction, mayDelete: may(actor, 'delete comments') }
  const actions = { decide: decideAction, decideAll: decideAllAction, reply: replyAction, change }
  const { queue, problems, views, bulk } = words
  return (
    <GiveWords words={{ queue, problems, views, bulk }}>
      <Queue
        locale={locale}
        view={{ status, filters, show }}
        more={{
          titles: { chapter: chapter?.title, series },
          seriesId: chapter?.seriesId,
          found,
          mine,
          saved,
          save: savedViewAction,
        }}
        bulk={{ runs, person: actor, change: changeBulkAction, read: bulkProgressAction }}
        counts={counts}
        page={page}
        readAt={readAt}
        checking={checking}
        person={actor.id}
        density={readDensity((await cookies()).get(densityCookie)?.value)}
        {...actions}
        isFirstPage={!after}
      />
    </GiveWords>
  )
}
