import { db } from '@/lib/db/client'
import { readPattern, type Pattern } from './pattern'
import type { WordList } from '../rules'

export type { WordList }

/** A line of a word list, ready to be looked for. */
export interface WordRule {
  id: string
  list: WordList
  line: string
  pattern: Pattern
}

/** More lines than this are not read: a list that long is no list of words any more. */
export const mostWordRules = 5_000

/** The lines that are in force now, oldest first. */
export async function wordRules(): Promise<WordRule[]> {
  const rows = await db.wordRule.findMany({
    where: { OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }] },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: mostWordRules,
    select: { id: true, list: true, pattern: true },
  })
  return rows.flatMap(({ id, list, pattern: line }) => {
    const pattern = readPattern(line)
    return pattern.ok ? [{ id, list: list as WordList, line, pattern: pattern.value }] : []
  })
}
