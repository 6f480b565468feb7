import { record } from '@/lib/audit/commands'
import { announce } from '@/lib/db/announce'
import type { Tx } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { enqueue } from '@/lib/jobs/enqueue'
import { editionTags, monthOf, monthTag } from '@/lib/kernel/page-tags'
import { done, refuse } from '@/lib/kernel/result'
import { ensure, type Actor } from '@/lib/people/permissions'
import { notifyOutlets } from './notify-commands'
import { forgetShareImage } from './share-image-commands'
import { checkDocument } from '../document/check-document'
import { picturesIn } from '../document/pictures-in'
import { broken, publication, withdrawal } from '../schema'
import { announcePublicationJob, makeShareImageJob } from './jobs'
import { notWithdrawn, withdrawnAs } from '../rules'

/**
 * Shows a revision to readers: now, or from a later time on by the database's clock. A page that is out keeps
 * its date when a newer revision replaces what it shows.
 */
export async function publish(actor: Actor | undefined, input: unknown) {
  ensure(actor, 'publish chapters')
  const read = publication.safeParse(input)
  if (!read.success) return broken(read.error)
  const { editionId, revisionId, at } = read.data

  return inTransaction(async (tx) => {
    const { now, touched } = await lockEdition(tx, editionId)
    const revision = await tx.revision.findFirst({
      where: { id: revisionId, editionId },
      select: { doc: true, number: true },
    })
    if (!now || !revision) return refuse('not-found')
    if (!everyPictureSpeaks(revision.doc)) return refuse('alt-missing')
    const before = await tx.publication.findUnique({ where: { editionId } })
    const isPublic = before !== null && !before.withdrawnAt && before.publishAt <= now
    const publishAt = at ?? (isPublic ? before.publishAt : now)
    const later = publishAt > now
    // One publication shows one revision: a later one would take the page away until then.
    if (later && isPublic) return refuse('already-public')

    const shown = {
      revisionId,
      publishAt,
      scheduled: later,
      byId: actor.role === 'system' ? null : actor.id,
      ...notWithdrawn,
    }
    await tx.publication.upsert({ where: { editionId }, create: { editionId, ...shown }, update: shown })
    await record(tx, actor, {
      kind: later ? 'scheduled' : 'published',
      about: editionId,
      after: { revision: revision.number, at: publishAt.toISOString() },
    })
    await enqueue(tx, makeShareImageJob, { editionId })
    if (later) await enqueue(tx, announcePublicationJob, { editionId }, { after: publishAt })
    else {
      await announce(tx, [...touched, monthTag(monthOf(publishAt))])
      await notifyOutlets(tx, editionId)
    }
    return done({ state: later ? 'scheduled' : 'published', publishAt } as const)
  })
}

/**
 * Takes an edition away from readers, or calls its scheduled time off. For good means that its address says so
 * (410), which makes search engines forget it sooner; publishing it again takes that back.
 */
export async function withdraw(actor: Actor | undefined, input: unknown) {
  ensure(actor, 'publish chapters')
  const read = withdrawal.safeParse(input)
  if (!read.success) return broken(read.error)
  const { editionId, forGood } = read.data

  return inTransaction(async (tx) => {
    const { now, touched } = await lockEdition(tx, editionId)
    if (!now) return refuse('not-found')
    const { count } = await tx.publication.updateMany({
      where: { editionId, ...(forGood ? { goneAt: null } : { withdrawnAt: null }) },
      data: withdrawnAs({ forGood, now }),
    })
    if (count === 0) return refuse('not-published')
    await record(tx, actor, { kind: forGood ? 'withdrawn-for-good' : 'withdrawn', about: editionId })
    await forgetShareImage(tx, editionId)
    await announce(tx, touched)
    await notifyOutlets(tx, editionId)
    return done({ state: 'withdrawn' } as const)
  })
}

/** Who cannot see a picture is told what it shows, unless a writer has said that there is nothing to tell. */
function everyPictureSpeaks(stored: unknown) {
  const doc = checkDocument(stored)
  return !doc.ok || picturesIn(doc.value).every(({ alt, decorative }) => decorative || alt.trim() !== '')
}

/**
 * One publishing or withdrawing of an edition at a time. Answers the database's clock, in whole milliseconds, and
 * where readers see the edition until now.
 */
async function lockEdition(tx: Tx, editionId: string) {
  const [row] = await tx.$queryRaw<{ now: Date; chapterId: string; series: string; month: string | null }[]>`
    select date_trunc('milliseconds', now()) as now, c.id as "chapterId", s.slug as series,
           to_char(month_of(p.publish_at), 'YYYY-MM') as month
    from edition e join chapter c on c.id = e.chapter_id join series s on s.id = c.series_id
    left join publication p on p.edition_id = e.id
    where e.id = ${editionId}::uuid for update of e`
  return { now: row?.now, touched: row ? editionTags(row.chapterId, row.series, row.month) : [] }
}
