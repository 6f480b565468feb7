import { z } from 'zod'
import { db } from '@/lib/db/client'
import { mayBeShown } from '@/lib/kernel/shown-text'
import { newId, uuidIn } from '@/lib/kernel/ids'
import { done, refuse } from '@/lib/kernel/result'
import { ensure, type Actor } from '@/lib/people/permissions'
import { mostWordRules } from '@/lib/spam/word-queries'
import { readPattern, sameAs } from '@/lib/spam/words/pattern'

const text = (longest: number) => z.string().max(longest).trim().refine(mayBeShown, 'characters')

const shape = z.object({
  list: z.enum(['disallowed', 'moderation']),
  pattern: text(1_000),
  note: text(500).optional(),
  /** The last day on which it is in force. */
  until: z.iso.date().optional().or(z.literal('')),
})
export type NewWordRule = z.input<typeof shape>

/** Adds a line to a word list. The same line in another spelling is there already. */
export async function addWordRule(actor: Actor, given: NewWordRule) {
  ensure(actor, 'moderate comments')
  const read = shape.safeParse(given)
  if (!read.success) {
    const { path, message } = read.error.issues[0]!
    const field = path[0]
    if (message === 'characters') return refuse('characters')
    return refuse(field === 'until' ? 'date-wrong' : field === 'note' ? 'note-long' : 'form-broken')
  }
  const { list, pattern: line, note, until } = read.data
  const pattern = readPattern(line)
  if (!pattern.ok) return refuse(pattern.refusal)
  const expiresAt = until ? new Date(`${until}T23:59:59.999Z`) : null
  if (expiresAt && !(expiresAt > new Date())) return refuse('date-past')
  if ((await db.wordRule.count()) >= mostWordRules) return refuse('words-many')
  const id = newId()
  const { count } = await db.wordRule.createMany({
    data: {
      ...{ id, list, pattern: line, folded: sameAs(line), note: note || null, expiresAt },
      createdById: actor.role === 'system' ? null : actor.id,
    },
    skipDuplicates: true,
  })
  return count > 0 ? done({ id }) : refuse('word-there')
}

export async function removeWordRule(actor: Actor, given: unknown) {
  ensure(actor, 'moderate comments')
  const id = uuidIn(given)
  if (!id) return refuse('not-found')
  const { count } = await db.wordRule.deleteMany({ where: { id } })
  return count > 0 ? done({ id }) : refuse('not-found')
}
