import { announce } from '@/lib/db/announce'
import type { Tx } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { newId } from '@/lib/kernel/ids'
import { everything } from '@/lib/kernel/page-tags'
import { done, refuse } from '@/lib/kernel/result'
import { ensure, may, type Actor } from '@/lib/people/permissions'
import { saveDetails } from './details-commands'
import { checkDocument } from './document/check-document'
import { renderDocument } from './document/render-document'
import { broken, draft } from './schema'

/**
 * Keeps what was written as a new revision. `basedOn` is the revision the writer started from: when somebody
 * else has saved since, nothing is overwritten and the writer is told who and when.
 */
export async function saveDraft(actor: Actor | undefined, input: unknown) {
  ensure(actor, 'write chapters')
  const read = draft.safeParse(input)
  if (!read.success) return broken(read.error)
  const { editionId, basedOn, title, summary, doc, ...details } = read.data
  const checked = checkDocument(doc)
  if (!checked.ok) return checked
  const body = { doc: checked.value.toJSON() as Prisma.InputJsonValue, ...renderDocument(checked.value) }

  return slugRace(
    inTransaction(async (tx) => {
      const newest = await newestRevision(tx, editionId)
      if (!newest) return refuse('not-found')
      if (newest.id !== basedOn) return changedMeanwhile(newest)
      const saved = await saveDetails(tx, editionId, details, { mayPublish: may(actor, 'publish chapters') })
      if (!saved.ok) return saved
      if (saved.value.seen) await announce(tx, [everything])

      const authorId = actor.role === 'system' ? null : actor.id
      const revision = {
        id: newId(),
        editionId,
        number: newest.number + 1,
        title,
        summary,
        authorId,
        ...body,
      }
      // Two saves at once: the unique key (edition, number) lets one of them through.
      const { count } = await tx.revision.createMany({ data: [revision], skipDuplicates: true })
      if (count === 0) return changedMeanwhile((await newestRevision(tx, editionId))!)
      return done({ revisionId: revision.id, number: revision.number, at: new Date(), slug: details.slug })
    }),
  )
}

const newestRevision = (tx: Tx, editionId: string) =>
  tx.revision.findFirst({
    where: { editionId },
    orderBy: { number: 'desc' },
    select: { id: true, number: true, at: true, author: { select: { name: true } } },
  })

const changedMeanwhile = ({ id, at, author }: NonNullable<Awaited<ReturnType<typeof newestRevision>>>) => {
  return { ...refuse('changed-meanwhile'), by: author?.name ?? null, at, newest: id }
}

/** Somebody took the slug between our look and our write. */
async function slugRace<Answer>(answer: Promise<Answer>) {
  try {
    return await answer
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
      return refuse('slug-taken')
    throw error
  }
}
