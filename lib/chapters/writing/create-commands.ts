import { record } from '@/lib/audit/commands'
import { announce } from '@/lib/db/announce'
import type { Tx } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { newId } from '@/lib/kernel/ids'
import { anyList, seriesTag } from '@/lib/kernel/page-tags'
import { done, refuse } from '@/lib/kernel/result'
import { ensure, may, type Actor } from '@/lib/people/permissions'
import { emptyDocument } from '../document/schema'
import { isTakenForAnother } from '../addresses/folded-slug-queries'
import { numbered, slugify } from '../rules'
import { broken, newChapter, newEdition } from '../schema'

/** A new chapter in a series that exists or begins with it, and its first edition. */
export async function createChapter(actor: Actor | undefined, input: unknown) {
  ensure(actor, 'write chapters')
  const read = newChapter.safeParse(input)
  if (!read.success) return broken(read.error)
  const { series, number, originalDate, source, ...beginning } = read.data

  return inTransaction(async (tx) => {
    const seriesId = await ('slug' in series
      ? tx.series
          .findUnique({ where: { slug: series.slug }, select: { id: true } })
          .then((found) => found?.id)
      : beginSeries(tx, series.title, beginning.locale))
    if (!seriesId) return refuse('series-missing')
    const chapter = {
      id: newId(),
      seriesId,
      number: number ?? (await nextNumber(tx, seriesId)),
      originalDate,
      source,
    }
    const { count } = await tx.chapter.createMany({ data: [chapter], skipDuplicates: true })
    if (count === 0) return refuse('number-taken')
    return beginEdition(tx, actor, 'chapter-begun', { ...beginning, chapterId: chapter.id })
  })
}

/** The same chapter in another language. */
export async function addEdition(actor: Actor | undefined, input: unknown) {
  ensure(actor, 'write chapters')
  const read = newEdition.safeParse(input)
  if (!read.success) return broken(read.error)
  const { seriesTitle: title, ...beginning } = read.data
  if (title && !may(actor, 'publish chapters')) return refuse('needs-admin') // readers may see it at once

  return inTransaction(async (tx) => {
    const { chapterId, translatedFromId, locale } = beginning
    const chapter = await tx.chapter.findUnique({
      where: { id: chapterId },
      select: { seriesId: true, series: { select: { slug: true } } },
    })
    const from =
      translatedFromId && (await tx.edition.findFirst({ where: { id: translatedFromId, chapterId } }))
    if (!chapter || from === null) return refuse('not-found')
    if (title) {
      await tx.seriesTitle.createMany({
        data: [{ seriesId: chapter.seriesId, locale, title }],
        skipDuplicates: true,
      })
      await announce(tx, [seriesTag(chapter.series.slug), anyList])
    }
    return beginEdition(tx, actor, 'edition-begun', beginning)
  })
}

const writer = (actor: Actor) => (actor.role === 'system' ? null : actor.id)

interface Beginning {
  chapterId: string
  locale: string
  title: string
  slug?: string
  translator?: string
  translatedFromId?: string
}

/** A first, empty revision of a chapter in a language, under the slug asked for or one made from its title. */
async function beginEdition(
  tx: Tx,
  actor: Actor,
  kind: 'chapter-begun' | 'edition-begun',
  { title, slug, ...beginning }: Beginning,
) {
  const wish = slug ?? slugify(title) ?? 'chapter'
  for (let attempt = 1; attempt <= (slug ? 1 : 50); attempt++) {
    const editions = [{ ...beginning, id: newId(), slug: numbered(wish, attempt) }]
    const { locale } = beginning
    if (await isTakenForAnother(tx, { locale, slug: editions[0]!.slug })) {
      if (await hasEdition(tx, beginning)) return refuse('edition-exists')
      continue
    }
    // Two unique keys may stand in the way; nothing is thrown, so the transaction lives on.
    const [edition] = await tx.edition.createManyAndReturn({ data: editions, skipDuplicates: true })
    if (edition) {
      await record(tx, actor, { kind, about: edition.id, after: { locale } })
      return done(await firstRevision(tx, edition.id, title, writer(actor)))
    }
    if (await hasEdition(tx, beginning)) return refuse('edition-exists')
  }
  return refuse('slug-taken')
}

async function hasEdition(tx: Tx, { chapterId, locale }: Pick<Beginning, 'chapterId' | 'locale'>) {
  const where = { chapterId_locale: { chapterId, locale } }
  return (await tx.edition.findUnique({ where, select: { id: true } })) !== null
}

async function firstRevision(tx: Tx, editionId: string, title: string, authorId: string | null) {
  const revisionId = newId()
  const empty = { summary: '', doc: emptyDocument, html: '', text: '' }
  await tx.revision.create({ data: { id: revisionId, editionId, number: 1, title, authorId, ...empty } })
  return { editionId, revisionId }
}

async function beginSeries(tx: Tx, title: string, locale: string) {
  const wish = slugify(title) ?? 'series'
  for (let attempt = 1; attempt <= 50; attempt++) {
    const series = { id: newId(), slug: numbered(wish, attempt) }
    const { count } = await tx.series.createMany({ data: [series], skipDuplicates: true })
    if (count === 0) continue
    await tx.seriesTitle.create({ data: { seriesId: series.id, locale, title } })
    return series.id
  }
  return undefined
}

async function nextNumber(tx: Tx, seriesId: string) {
  const { _max } = await tx.chapter.aggregate({ where: { seriesId }, _max: { number: true } })
  return (_max.number?.floor().toNumber() ?? 0) + 1
}
