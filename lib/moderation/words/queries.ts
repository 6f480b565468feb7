import { z } from 'zod'
import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { showLine } from '@/lib/kernel/text/typed-text'
import { done, refuse } from '@/lib/kernel/result'
import { ensure, type Actor } from '@/lib/people/permissions'
import type { WordList } from '@/lib/spam/words/queries'
import { wordLists } from '@/lib/spam/rules'
import { readPattern, sameAs, type Pattern } from '@/lib/spam/words/pattern'
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

/** The lines of one list. */
interface WordLines {
  list: WordList
  /** The newest of those that fit. */
  words: ListedWord[]
  /** How many fit. */
  count: number
}

export interface WordLinesShown {
  lists: WordLines[]
  /** What was looked for, as it was read. */
  found?: string
}

/** More lines of a list than these are not shown: one among thousands is found by what stands in it. */
const shownLines = 50

const lookedFor = z
  .string()
  .max(200)
  .transform((text) => showLine(text).trim())
  .optional()
  .catch(undefined)

/** Both word lists, the newest line first; or the lines in which this stands, in whatever spelling. */
export async function listedWords(actor: Actor, given?: unknown): Promise<WordLinesShown> {
  ensure(actor, 'moderate comments')
  const found = lookedFor.parse(given) || undefined
  const part = found && sameAs(found).replace(/[\\%_]/g, (sign) => `\\${sign}`)
  const lists = await Promise.all(
    wordLists.map(async (list) => {
      const where = { list, ...(part && { folded: { contains: part } }) }
      const [count, rows] = await Promise.all([
        db.wordRule.count({ where }),
        db.wordRule.findMany({
          where,
          orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
          take: shownLines,
          include: { createdBy: { select: { name: true } } },
        }),
      ])
      return { list, count, words: rows.map(listed) }
    }),
  )
  return { lists, ...(found && { found }) }
}

type LineRow = Prisma.WordRuleGetPayload<{ include: { createdBy: { select: { name: true } } } }>

function listed({
  id,
  list,
  pattern: line,
  note,
  hits,
  lastHitAt,
  expiresAt,
  createdBy,
}: LineRow): ListedWord {
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
}

/** How many lines of each list are in force. */
export async function wordsInForce(actor: Actor): Promise<Record<WordList, number>> {
  ensure(actor, 'moderate comments')
  const rows = await db.wordRule.groupBy({
    by: 'list',
    where: { OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }] },
    _count: true,
  })
  const count = (list: WordList) => rows.find((row) => row.list === list)?._count ?? 0
  return { disallowed: count('disallowed'), moderation: count('moderation') }
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
