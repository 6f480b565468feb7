import type { Node } from '@tiptap/pm/model'
import type { Tx } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { isLocale } from '@/lib/i18n/locales'
import { newId } from '@/lib/kernel/ids'
import { done, refuse } from '@/lib/kernel/result'
import { ensure, type Actor } from '@/lib/people/permissions'
import { storedPictures } from '@/lib/pictures/queries'
import { saveDetails } from './details-commands'
import { checkDocument } from '../document/check-document'
import { picturesIn } from '../document/pictures-in'
import { renderDocument } from '../document/rendering/render-document'
import { notifyOfEdition } from '../publishing/notify-commands'
import { broken, draft } from '../schema'

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
  if (!(await picturesAreKept(checked.value))) return refuse('picture-missing')

  return slugRace(
    inTransaction(async (tx) => {
      const newest = await newestRevision(tx, editionId)
      if (!newest) return refuse('not-found')
      if (newest.id !== basedOn) return changedMeanwhile(newest)
      const saved = await saveDetails(tx, actor, editionId, details)
      if (!saved.ok) return saved
      if (saved.value.seen) await notifyOfEdition(tx, editionId)

      const { locale } = newest.edition
      const body = {
        doc: checked.value.toJSON() as Prisma.InputJsonValue,
        ...renderDocument(checked.value, isLocale(locale) ? locale : undefined),
      }
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

/** Is every picture one that was uploaded, and as large as it says? */
async function picturesAreKept(doc: Node) {
  const wanted = picturesIn(doc)
  const kept = await storedPictures([...new Set(wanted.map(({ hash }) => hash))])
  return wanted.every(({ hash, width, height, plain }) =>
    kept.some(
      (one) => one.hash === hash && one.width === width && one.height === height && one.plain === plain,
    ),
  )
}

const newestRevision = (tx: Tx, editionId: string) =>
  tx.revision.findFirst({
    where: { editionId },
    orderBy: { number: 'desc' },
    select: {
      id: true,
      number: true,
      at: true,
      author: { select: { name: true } },
      edition: { select: { locale: true } },
    },
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
