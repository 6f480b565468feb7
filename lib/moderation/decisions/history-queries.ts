import { z } from 'zod'
import { db } from '@/lib/db/client'
import { shownName } from '@/lib/i18n/names'
import { uuidIn } from '@/lib/kernel/ids'
import { ensure, type Actor } from '@/lib/people/permissions'
import { takenAway, type TakenAway } from './removed-by-author'

/** Something that happened to a comment, in a sentence, and who or what did it. */
export interface Happening {
  at: Date
  kind: 'sent' | 'change' | 'verdict' | 'decision' | 'feedback'
  who: string
  what: string
}

const feedbackWords: Record<string, (as: string) => string> = {
  waiting: (as) => `will be reported as ${as}; not accepted by Akismet yet`,
  sent: (as) => `reported as ${as}; accepted by Akismet`,
  withdrawn: (as) => `not reported as ${as}: undone in time`,
  expired: (as) => `not reported as ${as}`,
}
const reasons: Record<string, string> = {
  retry: ' (asked again)',
  recheck_queue: ' (asked again by hand)',
  edit: ' (asked after an edit)',
  webhook: ' (said later, by itself)',
}

/** A comment with all that rules, checkers and people made of it, the newest first. */
export async function commentHistory(actor: Actor, given: unknown) {
  ensure(actor, 'moderate comments')
  const id = uuidIn(given)
  if (!id) return undefined
  const comment = await db.comment.findUnique({
    where: { id },
    include: {
      verdicts: true,
      screening: { orderBy: { place: 'asc' } },
      decisions: { include: { by: { select: { name: true } } } },
      feedback: { include: { by: { select: { name: true } } } },
      trace: { select: { asSubmitted: true, expiresAt: true } },
    },
  })
  if (!comment) return undefined
  const { verdicts, decisions, feedback, screening, trace, name, text, status, sentAt, locale } = comment
  const { editedAt } = comment
  const [row] = await db.$queryRaw<{ away: TakenAway | null }[]>`
    select ${takenAway} as away from comment c where c.id = ${id}::uuid`
  const isErased = row?.away === 'erased'
  const happenings: Happening[] = [
    { at: sentAt, kind: 'sent', who: shownName('en', name), what: 'sent the comment' },
    ...(editedAt
      ? [
          {
            at: editedAt,
            kind: 'change' as const,
            who: isErased ? 'its author' : shownName('en', name),
            what: isErased ? 'erased the comment' : 'changed the text',
          },
        ]
      : []),
    ...verdicts.map(({ at, checker, verdict, why, guid, reason }) => ({
      at,
      kind: 'verdict' as const,
      who: checker,
      what: `${verdict}: ${why}${reasons[reason ?? ''] ?? ''}${guid ? ` [${guid}]` : ''}`,
    })),
    ...decisions.map(({ at, by, rule, from, to, reason, undoes }) => ({
      at,
      kind: 'decision' as const,
      who: by?.name ?? `the rule “${rule}”`,
      what: `${undoes ? 'undone: ' : ''}${from} → ${to}${reason ? `: ${reason}` : ''}`,
    })),
    ...feedback.map(({ at, settledAt, by, state, as, problem, attempts }) => ({
      at: settledAt ?? at,
      kind: 'feedback' as const,
      who: by?.name ?? 'somebody',
      what: `${feedbackWords[state]?.(as) ?? state}${problem ? `: ${problem}` : ''}${attempts > 1 ? ` (tried ${attempts} times)` : ''}`,
    })),
  ]
  happenings.sort((one, other) => other.at.getTime() - one.at.getTime())
  return {
    id,
    name,
    text,
    status,
    sentAt,
    locale,
    happenings,
    screening,
    changed: editedAt && !isErased ? { at: editedAt, first: textIn(trace?.asSubmitted) } : undefined,
    traceUntil: trace?.expiresAt,
  }
}
export type CommentHistory = NonNullable<Awaited<ReturnType<typeof commentHistory>>>

const submitted = z.object({ text: z.string() })
const textIn = (asSubmitted: unknown) => submitted.safeParse(asSubmitted).data?.text
