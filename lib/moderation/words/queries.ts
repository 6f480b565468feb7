import { db } from '@/lib/db/client'
import { done, refuse } from '@/lib/kernel/result'
import { ensure, type Actor } from '@/lib/people/permissions'
import type { WordList } from '@/lib/spam/words/queries'
import { readPattern, type Pattern } from '@/lib/spam/words/pattern'
import { find, searchable } from '@/lib/spam/words/search'
import { patternLine } from '../decisions/schema'

export interface ListedWord {
  id: string
  list: WordList
  line: string
  kind: Pattern['kind'] | 'broken'
  note: string | null
  hits: number
  lastHitAt: Date | null
  expiresAt: Date | null
  isExpired: boolean
  by: string | null
}

/** Both word lists, the newest line first. */
export async function listedWords(actor: Actor): Promise<ListedWord[]> {
  ensure(actor, 'moderate comments')
  const rows = await db.wordRule.findMany({
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    include: { createdBy: { select: { name: true } } },
  })
  return rows.map(({ id, list, pattern: line, note, hits, lastHitAt, expiresAt, createdBy }) => {
    const read = readPattern(line)
    return {
      id,
      list: list as WordList,
      line,
      note,
      hits,
      lastHitAt,
      expiresAt,
      by: createdBy?.name ?? null,
      kind: read.ok ? read.value.kind : 'broken',
      isExpired: Boolean(expiresAt && expiresAt < new Date()),
    }
  })
}

const looked = 1_000

/** Which of the last 1,000 approved comments a line would have caught. */
export async function previewWord(actor: Actor, given: unknown) {
  ensure(actor, 'moderate comments')
  const line = patternLine.safeParse(given)
  if (!line.success) return refuse(line.error.issues[0]!.message)
  const read = readPattern(line.data)
  if (!read.ok) return read
  const comments = await db.comment.findMany({
    where: { status: 'approved' },
    orderBy: [{ sentAt: 'desc' }, { id: 'desc' }],
    take: looked,
    select: {
      id: true,
      name: true,
      email: true,
      url: true,
      text: true,
      sentAt: true,
      trace: { select: { ip: true, userAgent: true } },
    },
  })
  const caught = comments.flatMap(({ id, name, email, url, text, sentAt, trace }) => {
    const found = find(read.value, searchable({ name, email, url: url ?? undefined, text, ...trace }))
    return found ? [{ id, name, sentAt, ...found }] : []
  })
  return done({
    line: line.data,
    kind: read.value.kind,
    looked: comments.length,
    caught: caught.length,
    samples: caught.slice(0, 20),
  })
}
export type WordPreview = Extract<Awaited<ReturnType<typeof previewWord>>, { ok: true }>['value']
