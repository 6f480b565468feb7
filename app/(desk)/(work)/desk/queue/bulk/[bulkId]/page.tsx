import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { GiveWords } from '@/components/desk/language/words'
import { BulkRuns } from '@/components/desk/queue/bulk/bulk-runs'
import { LeftOutList } from '@/components/desk/queue/bulk/left-out'
import { addressOf, pageSizes } from '@/components/desk/queue/view-address'
import { LocalTime } from '@/components/ui/local-time'
import { bulkDecision, leftOut } from '@/lib/moderation/bulk/queries'
import { staffOrSignIn } from '../../../../../acting'
import { speakingTo, titled } from '../../../../../speaking'
import { bulkProgressAction, changeBulkAction } from '../../bulk-actions'

export async function generateMetadata(): Promise<Metadata> {
  const actor = await staffOrSignIn('moderate comments')
  return titled(actor, ({ bulk }) => bulk.onePage)
}

interface BulkPageProps {
  params: Promise<{ bulkId: string }>
  searchParams: Promise<Record<string, unknown>>
}

export default async function BulkPage({ params, searchParams }: BulkPageProps) {
  const actor = await staffOrSignIn('moderate comments')
  const { bulkId } = await params
  const asked = await searchParams
  const run = (await bulkDecision(actor, bulkId)) ?? notFound()
  const place = (name: string) => {
    const value = asked[name]
    return typeof value === 'string' ? value : undefined
  }
  const [{ locale, words }, out, asIs] = await Promise.all([
    speakingTo(actor),
    leftOut(actor, { id: run.id, after: place('after') }),
    leftOut(actor, { id: run.id, ofUndo: true, after: place('undo') }),
  ])
  const further = (name: string, next?: string) => next && `/desk/queue/bulk/${run.id}?${name}=${next}`
  return (
    <GiveWords words={{ bulk: words.bulk, problems: words.problems }}>
      <div className="grid gap-5">
        <h1 className="font-serif text-2xl font-semibold">{words.bulk.onePage}</h1>
        <p className="flex flex-wrap gap-x-4 gap-y-1 text-[0.8125rem] text-soft">
          <LocalTime at={run.startedAt} />
          <Link
            href={addressOf({ status: run.view, filters: run.filters, show: pageSizes[0] })}
            className="text-ink underline underline-offset-4"
          >
            {words.bulk.view}
          </Link>
        </p>
        <BulkRuns runs={[run]} person={actor} change={changeBulkAction} read={bulkProgressAction} isAlone />
        <LeftOutList
          locale={locale}
          title={words.bulk.refusals}
          rows={out.rows}
          next={further('after', out.next)}
        />
        <LeftOutList
          locale={locale}
          title={words.bulk.undoRefusals}
          rows={asIs.rows}
          next={further('undo', asIs.next)}
        />
      </div>
    </GiveWords>
  )
}
