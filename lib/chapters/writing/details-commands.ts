import { record } from '@/lib/audit/commands'
import type { Tx } from '@/lib/db/client'
import { lockFor } from '@/lib/db/locks'
import { newId } from '@/lib/kernel/ids'
import { normalized } from '@/lib/kernel/text/normal-form'
import { done, refuse } from '@/lib/kernel/result'
import { isTakenForAnother } from '../addresses/folded-slug-queries'
import { may, type Actor } from '@/lib/people/permissions'
import { redirectKey, numbered, slugify } from '../rules'
import { source as sourceField, type Draft } from '../schema'

type Details = Pick<Draft, 'slug' | 'tags' | 'originalDate' | 'source' | 'translator'>

/**
 * What stands beside the text: slug, tags, date, source, translator. It has no revisions, so a change is seen
 * at once; where readers see the page already (or will at a set time), only somebody who may publish makes it.
 */
export async function saveDetails(tx: Tx, actor: Actor, editionId: string, wanted: Details) {
  const edition = await detailsOf(tx, editionId)
  const changed = changesOf(edition, wanted)
  const ofEdition = changed.slug || changed.tags || changed.translator
  const seen = (ofEdition && edition.isOut) || (changed.chapter && edition.chapterIsOut)
  if (seen && !may(actor, 'publish chapters')) return refuse('needs-admin')

  if (changed.slug) {
    const moved = await moveEdition(tx, edition, wanted.slug)
    if (!moved.ok) return moved
  }
  if (changed.tags) await replaceTags(tx, edition, wanted.tags)
  const { translator = null, source = null, originalDate = null } = wanted
  if (changed.translator) await tx.edition.update({ where: { id: editionId }, data: { translator } })
  if (changed.chapter)
    await tx.chapter.update({ where: { id: edition.chapterId }, data: { source, originalDate } })
  await recordDetails(tx, actor, { edition, wanted, changed })
  return done({ seen })
}

type Before = Awaited<ReturnType<typeof detailsOf>>
type Changed = ReturnType<typeof changesOf>

const changesOf = (edition: Before, wanted: Details) => ({
  slug: wanted.slug !== edition.slug,
  tags: keysOf(wanted.tags) !== keysOf(edition.tags),
  translator: (wanted.translator ?? null) !== edition.translator,
  chapter:
    (wanted.source ?? null) !== asRead(edition.source) ||
    dayOf(wanted.originalDate) !== dayOf(edition.originalDate),
})

interface Change {
  edition: Before
  wanted: Details
  changed: Changed
}

async function recordDetails(tx: Tx, actor: Actor, { edition, wanted, changed }: Change) {
  const what = Object.entries(changed).flatMap(([name, isChanged]) => (isChanged ? [name] : []))
  if (what.length === 0) return
  await record(tx, actor, {
    kind: 'details-changed',
    about: edition.id,
    before: changed.slug ? { slug: edition.slug } : {},
    after: { ...(changed.slug && { slug: wanted.slug }), changed: what.join(' ') },
  })
}

// One that was kept before is no change when it is read now.
const asRead = (source: string | null) => sourceField.nullable().safeParse(source).data ?? source

async function detailsOf(tx: Tx, editionId: string) {
  const { publication, chapter, tags, ...edition } = await tx.edition.findUniqueOrThrow({
    where: { id: editionId },
    include: {
      publication: true,
      tags: { select: { tag: { select: { name: true } } } },
      chapter: { include: { editions: { select: { publication: { select: { withdrawnAt: true } } } } } },
    },
  })
  const [clock] = await tx.$queryRaw<{ now: Date }[]>`select now()`
  return {
    ...edition,
    tags: tags.map(({ tag }) => tag.name),
    source: chapter.source,
    originalDate: chapter.originalDate,
    isOut: publication !== null && publication.withdrawnAt === null,
    wasPublic: publication !== null && publication.publishAt <= clock!.now,
    chapterIsOut: chapter.editions.some((one) => one.publication && !one.publication.withdrawnAt),
  }
}

async function replaceTags(tx: Tx, { id, locale }: { id: string; locale: string }, names: string[]) {
  // One after the other, for the same tag is often new to two who save at once.
  await lockFor(tx, 'tags')
  const tagIds: string[] = []
  for (const name of new Map(names.map((name) => [tagKey(name), name])).values())
    tagIds.push(await tagCalled(tx, locale, name))
  await tx.editionTag.deleteMany({ where: { editionId: id } })
  await tx.editionTag.createMany({ data: tagIds.map((tagId) => ({ editionId: id, tagId })) })
}

/** The tag of this name; a new one when there is none, with a number where addresses meet: C++ and C# are both c. */
async function tagCalled(tx: Tx, locale: string, name: string) {
  const base = slugify(name) ?? 'tag'
  const near = await tx.tag.findMany({
    where: { locale, OR: [{ slug: base }, { slug: { startsWith: `${base}-` } }] },
  })
  const there = near.find((tag) => tagKey(tag.name) === tagKey(name))
  if (there) return there.id
  const taken = new Set(near.map(({ slug }) => slug))
  let attempt = 1
  while (taken.has(numbered(base, attempt))) attempt++
  const tag = { id: newId(), locale, slug: numbered(base, attempt), name }
  await tx.tag.create({ data: tag })
  return tag.id
}

// Without case, width and the choice between a picture's two looks.
const tagKey = (name: string) =>
  normalized(name, 'NFKC')
    .replace(/[\ufe00-\ufe0f]/g, '')
    .toLowerCase()
const keysOf = (names: string[]) => [...new Set(names.map(tagKey))].sort().join('\n')
const dayOf = (date: Date | null | undefined) => date?.toISOString().slice(0, 10) ?? ''

/** Gives an edition another address. Where readers may have seen the old one, it leads to the new one. */
async function moveEdition(tx: Tx, edition: Address & { wasPublic: boolean }, slug: string) {
  const holder = await tx.edition.findFirst({ where: { locale: edition.locale, slug }, select: { id: true } })
  if (holder) return refuse('slug-taken')
  const { locale, id: butFor } = edition
  if (await isTakenForAnother(tx, { locale, slug, butFor })) return refuse('slug-taken')
  await tx.edition.update({ where: { id: edition.id }, data: { slug } })

  const [fromPath, toPath] = [redirectKey(edition.locale, edition.slug), redirectKey(edition.locale, slug)]
  await tx.redirect.deleteMany({ where: { fromPath: toPath } })
  if (!edition.wasPublic) return done(undefined)
  await tx.redirect.updateMany({ where: { toPath: fromPath }, data: { toPath } }) // one step, however often it moves
  await tx.redirect.upsert({ where: { fromPath }, create: { fromPath, toPath }, update: { toPath } })
  return done(undefined)
}

interface Address {
  id: string
  locale: string
  slug: string
}
