import { z } from 'zod'
import { db } from '@/lib/db/client'
import type { Prisma, ScreeningStep as Row } from '@/lib/db/generated/client'
import type { CommentStatus, FeedbackState, Lesson, VerdictWord } from '@/lib/db/generated/enums'
import type { Parameters, Statement } from '@/lib/i18n/statements/statement'
import { uuidIn } from '@/lib/kernel/ids'
import { ensure, type Actor } from '@/lib/people/permissions'
import type { ScreeningStep } from '../queue/queries'
import { keptContent, type CommentContent } from '../edits/schema'
import { takenAway, type TakenAway } from './removed-by-author'

/** Something that happened to a comment; the words for it are made at the desk. */
export type Happening = { at: Date } & (
  | { kind: 'sent'; name: string }
  | { kind: 'change'; name: string; isErased: boolean }
  | {
      kind: 'verdict'
      checker: string
      verdict: VerdictWord
      why: Statement
      /** Why it was asked; null: the first time. */
      asked: string | null
      guid: string | null
    }
  | {
      kind: 'decision'
      by: string | null
      rule: string | null
      from: CommentStatus
      to: CommentStatus
      undoes: boolean
      reason: string | null
      why: Statement | null
    }
  | {
      kind: 'edit'
      id: string
      by: string
      why: string | null
      reason: string | null
      undoes: boolean
      /** Null: erased. */
      before: CommentContent | null
      after: CommentContent | null
    }
  | {
      kind: 'relocation'
      id: string
      by: string
      from: string
      to: string
      undoes: boolean
    }
  | {
      kind: 'feedback'
      by: string | null
      state: FeedbackState
      lesson: Lesson
      problem: Statement | null
      attempts: number
    }
)

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
      edits: { include: { by: { select: { name: true } } }, ...newestFirst },
      relocations: {
        include: { by: { select: { name: true } }, from: { select: titled }, to: { select: titled } },
        orderBy: { at: 'desc' },
        take: mostOfAKind,
      },
    },
  })
  if (!comment) return undefined
  const { verdicts, decisions, feedback, screening, trace, name, text, status, sentAt, locale } = comment
  const { editedAt, edits, relocations } = comment
  const [row] = await db.$queryRaw<{ away: TakenAway | null }[]>`
    select ${takenAway} as away from comment c where c.id = ${id}::uuid`
  const isErased = row?.away === 'erased'
  const happenings: Happening[] = [
    { at: sentAt, kind: 'sent', name },
    ...(editedAt ? [{ at: editedAt, kind: 'change' as const, name, isErased }] : []),
    ...verdicts.map(({ at, checker, verdict, why, whyParameters, guid, reason }) => ({
      at,
      kind: 'verdict' as const,
      checker,
      verdict,
      guid,
      asked: reason,
      why: statementOf(why, whyParameters),
    })),
    ...decisions.map(({ at, by, rule, from, to, reason, why, whyParameters, undoes }) => ({
      at,
      kind: 'decision' as const,
      by: by?.name ?? null,
      rule,
      from,
      to,
      undoes,
      reason,
      why: why === null ? null : statementOf(why, whyParameters),
    })),
    ...edits.map(({ id, at, by, why, reason, undoesId, before, after }) => ({
      at,
      kind: 'edit' as const,
      id,
      by: by.name,
      why,
      reason,
      undoes: undoesId !== null,
      before: keptContent.safeParse(before).data ?? null,
      after: keptContent.safeParse(after).data ?? null,
    })),
    ...relocations.map(({ at, by, moveId, from, to, undoesId }) => ({
      at,
      kind: 'relocation' as const,
      id: moveId,
      by: by.name,
      from: titleOf(from),
      to: titleOf(to),
      undoes: undoesId !== null,
    })),
    ...feedback.map(({ at, settledAt, by, state, lesson, problem, problemParameters, attempts }) => ({
      at: settledAt ?? at,
      kind: 'feedback' as const,
      by: by?.name ?? null,
      state,
      lesson,
      attempts,
      problem: problem === null ? null : statementOf(problem, problemParameters),
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
    screening: screening.map(stepOf),
    /** The newest of each, which can be taken back. */
    lastEdit: edits.find(({ before }) => before !== null)?.id,
    lastMove: relocations[0]?.isFirst ? relocations[0].moveId : undefined,
    changed: editedAt && !isErased ? { at: editedAt, first: textIn(trace?.asSubmitted) } : undefined,
    traceUntil: trace?.expiresAt,
  }
}
export type CommentHistory = NonNullable<Awaited<ReturnType<typeof commentHistory>>>

// More of them are no history that anybody reads.
const mostOfAKind = 50
const newestFirst = { orderBy: [{ at: 'desc' as const }, { id: 'desc' as const }], take: mostOfAKind }

// What readers see of it, or else the end of its address.
const titled = {
  slug: true,
  publication: { select: { revision: { select: { title: true } } } },
} as const
const titleOf = ({
  slug,
  publication,
}: {
  slug: string
  publication: { revision: { title: string } } | null
}) => publication?.revision.title ?? slug

// Only our own code writes these: see lib/i18n/statements.
const statementOf = (code: string, parameters: Prisma.JsonValue): Statement => ({
  code,
  parameters: parameters as Parameters,
})

const stepOf = ({ rule, verdict, ms, input, inputParameters, why, whyParameters }: Row): ScreeningStep => ({
  rule,
  verdict,
  ms,
  why: statementOf(why, whyParameters),
  input: input === null ? null : statementOf(input, inputParameters),
})

const submitted = z.object({ text: z.string() })
const textIn = (asSubmitted: unknown) => submitted.safeParse(asSubmitted).data?.text
