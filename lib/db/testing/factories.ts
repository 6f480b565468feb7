import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { db } from '@/lib/db/client'
import type { CommentStatus, Role } from '@/lib/db/generated/enums'
import { newId } from '@/lib/kernel/ids'
import type { StaffActor } from '@/lib/people/permissions'

// Rows for tests, made without the commands, so that a test of one room does not depend on another's.

const unique = () => randomBytes(4).toString('hex')

interface PersonWish {
  role?: Role
  name?: string
  email?: string
  /** `null`: nobody has set one yet. */
  passwordHash?: string | null
  disabledAt?: Date
}

export async function aPerson({ role = 'editor', name = 'Edith', ...wish }: PersonWish = {}) {
  const email = wish.email ?? `${role}-${unique()}@example.org`
  const { passwordHash = 'no password has this hash' } = wish
  const person = await db.person.create({
    data: { id: newId(), role, name, email, passwordHash, disabledAt: wish.disabledAt },
  })
  return { ...person, email }
}

/** Somebody of the staff, as commands and queries want to be called. */
export async function anActor(role: Role = 'editor', name?: string): Promise<StaffActor> {
  const person = await aPerson({ role, name })
  return { role, id: person.id, name: person.name }
}

/** A session of somebody: what its cookie says. */
export async function aSession(
  personId: string,
  wish: { version?: number; begunAt?: Date; seenAt?: Date } = {},
) {
  const { version = 1, ...times } = wish
  const place = { browser: 'firefox', system: 'linux', network: '192.0.2.0/24', seenNetwork: '192.0.2.0/24' }
  const { id: sessionId } = await db.deskSession.create({
    data: { id: newId(), personId, version, ...place, ...times },
  })
  return { personId, sessionId }
}

export const aSeries = (title = 'A series') =>
  db.series.create({
    data: { id: newId(), slug: `series-${unique()}`, titles: { create: { locale: 'en', title } } },
  })

export const aTag = (name = `tag-${unique()}`, locale = 'en') =>
  db.tag.create({ data: { id: newId(), locale, slug: name, name } })

interface ChapterWish {
  seriesId?: string
  number?: number
  originalDate?: Date
  source?: string
}

export async function aChapter({ seriesId, number = 1, originalDate, source }: ChapterWish = {}) {
  const series = seriesId ?? (await aSeries()).id
  return db.chapter.create({ data: { id: newId(), seriesId: series, number, originalDate, source } })
}

interface EditionWish extends ChapterWish {
  chapterId?: string
  locale?: string
  slug?: string
  title?: string
  summary?: string
  text?: string
  /** Left out: published a minute ago. A date: from then on. `false`: a draft. */
  published?: false | Date
  withdrawnAt?: Date
  /** Withdrawn for good. */
  goneAt?: Date
  tags?: { id: string }[]
  /** Who of the staff wrote it, and who published it. */
  authorId?: string
  publishedById?: string
}

/** An edition with one revision and, unless told otherwise, a publication; its chapter and series too. */
export async function anEdition(wish: EditionWish = {}) {
  const { locale = 'en', slug = `chapter-${unique()}`, title = 'A chapter', text = 'It begins.' } = wish
  const { published = new Date(Date.now() - 60_000), summary = '' } = wish
  const chapterId = wish.chapterId ?? (await aChapter(wish)).id
  const edition = await db.edition.create({ data: { id: newId(), chapterId, locale, slug } })
  const revision = await db.revision.create({
    data: {
      id: newId(),
      editionId: edition.id,
      authorId: wish.authorId,
      number: 1,
      title,
      summary,
      doc: docOf(text),
      html: `<p>${text}</p>`,
      text,
    },
  })
  const ids = { editionId: edition.id, revisionId: revision.id }
  if (published) {
    const { withdrawnAt = wish.goneAt, goneAt } = wish
    await db.publication.create({
      data: { ...ids, publishAt: published, withdrawnAt, goneAt, byId: wish.publishedById },
    })
  }
  for (const tag of wish.tags ?? [])
    await db.editionTag.create({ data: { editionId: edition.id, tagId: tag.id } })
  return { ...ids, chapterId, locale, slug, title }
}

interface CommentWish {
  edition?: { chapterId: string; editionId: string; locale: string }
  status?: CommentStatus
  parentId?: string
  name?: string
  email?: string
  url?: string
  text?: string
  sentAt?: Date
  /** Also keep where it came from, as a submission does. */
  traced?: boolean
}

export async function aComment(wish: CommentWish = {}) {
  const {
    edition = await anEdition(),
    traced,
    status = 'pending',
    name = 'Rea',
    text = 'I liked this.',
    ...rest
  } = wish
  const fields = { name, email: wish.email ?? 'rea@example.org', url: wish.url, text }
  return db.comment.create({
    data: {
      ...rest,
      ...fields,
      id: newId(),
      status,
      submissionKey: randomUUID(),
      locale: edition.locale,
      chapterId: edition.chapterId,
      editionId: edition.editionId,
      trace: traced ? { create: { ...trace, asSubmitted: fields } } : undefined,
    },
  })
}

const trace = {
  ip: '192.0.2.7',
  userAgent: 'Mozilla/5.0 (test)',
  referrer: 'http://localhost:3000/en',
  elapsedMs: 9_000,
  expiresAt: new Date(Date.now() + 30 * 24 * 60 * 60_000),
}

const docOf = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

/** What stands for a comment as it was read (lib/moderation/edits/version.ts). */
export const versionOf = ({ name, url, text }: { name: string; url: string | null; text: string }) =>
  createHash('sha256')
    .update([name, url ?? '', text].join('\n'))
    .digest('hex')
    .slice(0, 32)
