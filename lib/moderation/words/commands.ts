import { z } from 'zod'
import { record } from '@/lib/audit/commands'
import { db } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { newId, uuidIn } from '@/lib/kernel/ids'
import { done, refuse } from '@/lib/kernel/result'
import { filledName, optional } from '@/lib/kernel/text/typed-schema'
import { ensure, type Actor } from '@/lib/people/permissions'
import { mostWordRules } from '@/lib/spam/words/queries'
import { wordLists } from '@/lib/spam/rules'
import { sameAs } from '@/lib/spam/words/pattern'
import { moderationLimits } from '../transitions'
import { patternLine } from '../decisions/schema'

export const wordRule = z.object({
  list: z.enum(wordLists, 'form-broken'),
  pattern: patternLine,
  note: optional(filledName('note', { characters: moderationLimits.note }, 'note-characters')),
  /** The last day on which it is in force. */
  until: optional(z.iso.date('date-wrong')),
})
export type NewWordRule = z.input<typeof wordRule>

/** Adds a line to a word list. The same line in another spelling is there already. */
export async function addWordRule(actor: Actor, given: NewWordRule) {
  ensure(actor, 'moderate comments')
  const read = wordRule.safeParse(given)
  if (!read.success) {
    const { message } = read.error.issues[0]!
    return refuse(message === 'note-missing' ? 'form-broken' : message)
  }
  const { list, pattern: line, note, until } = read.data
  const expiresAt = until ? new Date(`${until}T23:59:59.999Z`) : null
  if (expiresAt && !(expiresAt > new Date())) return refuse('date-past')
  if ((await db.wordRule.count()) >= mostWordRules) return refuse('words-many')
  const id = newId()
  return inTransaction(async (tx) => {
    const { count } = await tx.wordRule.createMany({
      data: {
        id,
        list,
        pattern: line,
        folded: sameAs(line),
        note: note ?? null,
        expiresAt,
        createdById: actor.role === 'system' ? null : actor.id,
      },
      skipDuplicates: true,
    })
    if (count === 0) return refuse('word-there')
    // Not the line: it may be somebody's name or address, and goes when it is removed.
    await record(tx, actor, { kind: 'word-added', about: id, after: { list, until: until ?? null } })
    return done({ id })
  })
}

export async function removeWordRule(actor: Actor, given: unknown) {
  ensure(actor, 'moderate comments')
  const id = uuidIn(given)
  if (!id) return refuse('not-found')
  return inTransaction(async (tx) => {
    const rule = await tx.wordRule.findUnique({ where: { id }, select: { list: true } })
    const { count } = await tx.wordRule.deleteMany({ where: { id } })
    if (!rule || count === 0) return refuse('not-found')
    await record(tx, actor, { kind: 'word-removed', about: id, before: { list: rule.list } })
    return done({ id })
  })
}
