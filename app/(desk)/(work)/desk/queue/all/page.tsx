import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { GiveWords } from '@/components/desk/language/words'
import { WholeView } from '@/components/desk/queue/bulk/whole-view'
import { namesOfView } from '@/components/desk/queue/views/names-of-view'
import { bulkPreview } from '@/lib/moderation/bulk/queries'
import { wholeView } from '@/lib/moderation/bulk/schema'
import { titleOfChapter, titleOfSeries } from '@/lib/moderation/queue/title-queries'
import { queueFilters } from '@/lib/moderation/queue/schema'
import { staffOrSignIn } from '../../../../acting'
import { speakingTo, titled } from '../../../../speaking'
import { startBulkAction } from '../bulk-actions'

export async function generateMetadata(): Promise<Metadata> {
  const actor = await staffOrSignIn('moderate comments')
  return titled(actor, ({ bulk }) => bulk.title)
}

export default async function WholeViewPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, unknown>>
}) {
  const actor = await staffOrSignIn('moderate comments')
  const asked = await searchParams
  const read = wholeView.safeParse({ status: asked.status ?? 'pending', filters: queueFilters.parse(asked) })
  if (!read.success) notFound()
  const { chapter, series } = read.data.filters
  const [{ locale, words }, preview, chapterTitle, seriesTitle] = await Promise.all([
    speakingTo(actor),
    bulkPreview(actor, read.data),
    chapter ? titleOfChapter(actor, chapter) : undefined,
    series ? titleOfSeries(actor, series) : undefined,
  ])
  const named = namesOfView(locale, read.data, { chapter: chapterTitle?.title, series: seriesTitle })
  return (
    <GiveWords words={{ bulk: words.bulk, problems: words.problems, queue: words.queue }}>
      <WholeView {...preview!} view={read.data} named={named} start={startBulkAction} />
    </GiveWords>
  )
}
