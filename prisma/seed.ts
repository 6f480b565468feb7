import { randomUUID } from 'node:crypto'
import { checkDocument } from '@/lib/chapters/document/check-document'
import { renderDocument } from '@/lib/chapters/document/rendering/render-document'
import type { Db, Tx } from '@/lib/db/client'
import { lockFor } from '@/lib/db/locks'
import { locales, type Locale } from '@/lib/i18n/locales'
import { enqueue } from '@/lib/jobs/enqueue'
import { newId } from '@/lib/kernel/ids'
import type { SampleComment, SampleEdition } from './sample/sample'
import { skerrow } from './sample/skerrow'
import { makeShareImageJob } from '@/lib/chapters/publishing/jobs'

/** Adds the sample series to a database that has no series yet; says whether it did. */
export async function seed(db: Db): Promise<boolean> {
  return db.$transaction(
    async (tx) => {
      // Two processes may start at once on an empty database.
      await tx.$executeRaw`select set_config('lock_timeout', '60s', true), set_config('statement_timeout', '60s', true)`
      await lockFor(tx, 'sample')
      if ((await tx.series.count()) > 0) return false
      await addSeries(tx)
      return true
    },
    { timeout: 30_000 },
  )
}

async function addSeries(tx: Tx) {
  const series = await tx.series.create({ data: { id: newId(), slug: skerrow.slug } })
  for (const locale of locales) {
    await tx.seriesTitle.create({ data: { seriesId: series.id, locale, title: skerrow.titles[locale] } })
  }
  for (const { number, originalDate, source, editions, comments, rankings = [] } of skerrow.chapters) {
    const chapter = { id: newId(), seriesId: series.id, number, source, originalDate: new Date(originalDate) }
    await tx.chapter.create({ data: chapter })
    await tx.rankingFact.createMany({
      data: rankings.map((fact) => ({
        id: newId(),
        chapterId: chapter.id,
        ...fact,
        asOf: new Date(fact.asOf),
      })),
    })
    let translatedFromId: string | undefined
    for (const locale of locales) {
      const edition = editions[locale]
      if (!edition) continue
      const editionId = await addEdition(tx, { chapterId: chapter.id, locale, translatedFromId }, edition)
      translatedFromId ??= editionId
      for (const comment of comments?.[locale] ?? []) {
        await addComment(tx, { chapterId: chapter.id, editionId, locale }, comment)
      }
    }
  }
}

interface EditionPlace {
  chapterId: string
  locale: Locale
  translatedFromId?: string
}

async function addEdition(tx: Tx, place: EditionPlace, sample: SampleEdition) {
  const { locale } = place
  const { slug, translator, title, summary, publishedAt } = sample
  const doc = checkDocument(sample.body)
  if (!doc.ok) throw new Error(`the sample ${locale}/${slug}: ${doc.refusal}`)
  const editionId = newId()
  const revisionId = newId()
  await tx.edition.create({ data: { id: editionId, ...place, slug, translator } })
  await tx.revision.create({
    data: {
      id: revisionId,
      editionId,
      number: 1,
      title,
      summary,
      doc: sample.body,
      ...renderDocument(doc.value, locale),
      at: new Date(publishedAt),
    },
  })
  await tx.publication.create({ data: { editionId, revisionId, publishAt: new Date(publishedAt) } })
  await enqueue(tx, makeShareImageJob, { editionId })
  for (const [tagSlug, name] of Object.entries(sample.tags)) {
    const tag = await tx.tag.upsert({
      where: { locale_slug: { locale, slug: tagSlug } },
      create: { id: newId(), locale, slug: tagSlug, name },
      update: {},
    })
    await tx.editionTag.create({ data: { editionId, tagId: tag.id } })
  }
  return editionId
}

interface Place {
  chapterId: string
  editionId: string
  locale: Locale
  parentId?: string
}

async function addComment(tx: Tx, place: Place, sample: SampleComment) {
  const { by: name, email, url, text, sentAt, status = 'approved', replies = [] } = sample
  const at = new Date(sentAt)
  const comment = { ...place, name, email, url, text, sentAt: at, submissionKey: randomUUID() }
  const { id } = await tx.comment.create({ data: { id: newId(), status: 'pending', ...comment } })
  const verdict = {
    commentId: id,
    checker: 'local-rules',
    verdict: 'ham',
    why: 'sample',
    at,
  } as const
  await tx.spamVerdict.create({ data: { id: newId(), ...verdict } })
  if (status === 'approved') {
    await tx.comment.update({ where: { id }, data: { status } })
    const decision = { commentId: id, from: 'pending', to: status, rule: 'sample', at } as const
    await tx.moderationDecision.create({ data: { id: newId(), ...decision } })
  }
  for (const reply of replies) await addComment(tx, { ...place, parentId: id }, reply)
}
