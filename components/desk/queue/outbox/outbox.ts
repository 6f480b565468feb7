import { moderationLimits } from '@/lib/moderation/transitions'
import type { DecideOutcome, Status } from '../outcome'

/** One decision as it was pressed: about the comment that was shown, as it was shown. */
export interface Press {
  commentId: string
  /** Whose comment it is. */
  name: string
  seen: Status
  becomes: Status
  /** Stands for the text that was read; absent in what takes a decision back. */
  read?: string
  undoes?: boolean
}

export type Refusal = Extract<NonNullable<DecideOutcome>, { kind: 'already-moved' | 'refused' }>

/**
 * What an editor has pressed: shown at once, sent in order, never dropped. `waiting` begins with the `underWay` that
 * have been sent and not yet answered.
 */
export interface Outbox {
  waiting: readonly Press[]
  underWay: number
  /** Where comments stand by what was pressed, until the list has been read anew. */
  now: ReadonlyMap<string, Status>
  /** Why a comment is here again. */
  refused: ReadonlyMap<string, Refusal>
  /** What can be taken back, the newest last; what was decided together goes back together. */
  undo: readonly (readonly Press[])[]
  /** The newest presses, for the line that says so. */
  last?: { presses: readonly Press[]; nonce: number }
  /** How often in a row the site could not be reached. */
  failures: number
}

export const emptyOutbox: Outbox = {
  waiting: [],
  underWay: 0,
  now: new Map(),
  refused: new Map(),
  undo: [],
  failures: 0,
}

// A long day's decisions; what is older can be taken back from a comment's history.
const deepest = 2_000

/** Presses about comments that are shown. One about a comment that has just left, by the press before, is none. */
export function press(box: Outbox, presses: readonly Press[]): Outbox {
  const fresh = presses.filter(({ commentId, seen }) => (box.now.get(commentId) ?? seen) === seen)
  if (fresh.length === 0) return box
  return {
    ...box,
    waiting: [...box.waiting, ...fresh],
    now: standing(box.now, fresh),
    refused: without(box.refused, fresh),
    undo: [...box.undo, fresh].slice(-deepest),
    last: said(box, fresh),
  }
}

/** Takes the newest presses back. What has not been sent yet never will be; the rest is a decision of its own. */
export function takeBack(box: Outbox): Outbox {
  const group = box.undo.at(-1)
  if (!group) return box
  const taken = new Set(group)
  const unsent = new Set(box.waiting.slice(box.underWay).filter((one) => taken.has(one)))
  const back = group.map(reversed)
  return {
    ...box,
    waiting: [
      ...box.waiting.filter((one) => !unsent.has(one)),
      ...group.filter((one) => !unsent.has(one)).map(reversed),
    ],
    now: standing(box.now, back),
    undo: box.undo.slice(0, -1),
    last: said(box, back),
  }
}

const reversed = ({ commentId, name, seen, becomes }: Press): Press => ({
  commentId,
  name,
  seen: becomes,
  becomes: seen,
  undoes: true,
})

/** Marks what is sent next. */
export const sending = (box: Outbox): Outbox => ({
  ...box,
  underWay: Math.min(moderationLimits.atOnce, box.waiting.length),
})

/** The site has answered what was under way, in its order. About what it said nothing, nobody knows that it was done. */
export function answered(box: Outbox, outcomes: readonly NonNullable<DecideOutcome>[]): Outbox {
  const now = new Map(box.now)
  const refused = new Map(box.refused)
  const lost = new Set<string>()
  box.waiting.slice(0, box.underWay).forEach((one, place) => {
    const outcome = outcomes[place] ?? unanswered(one)
    if (outcome.kind === 'moved') return
    // It stands where it was to go back to: whoever brought it there, nothing is left to be told.
    if (one.undoes && outcome.kind === 'already-moved' && outcome.now === one.becomes) return
    refused.set(one.commentId, outcome)
    now.delete(one.commentId)
    lost.add(one.commentId)
  })
  const stands = ({ commentId }: Press) => !lost.has(commentId)
  return {
    ...box,
    waiting: box.waiting.slice(box.underWay),
    underWay: 0,
    now,
    refused,
    undo: lost.size === 0 ? box.undo : box.undo.map((group) => group.filter(stands)).filter(isFilled),
    failures: 0,
  }
}

const unanswered = ({ commentId, name, seen }: Press): Refusal => ({
  kind: 'refused',
  refusal: 'unavailable',
  id: commentId,
  name,
  from: seen,
  nonce: 0,
})

const isFilled = (group: readonly unknown[]) => group.length > 0

/** The site could not be reached, or could not answer: everything is sent again. It knows what it did the first time. */
export const failed = (box: Outbox): Outbox => ({ ...box, underWay: 0, failures: box.failures + 1 })

/** Milliseconds until it is tried again. */
export const pauseAfter = (failures: number) => Math.min(250 * 2 ** failures, 15_000)

/** Comments about which everything has been answered: a list that is read from now on knows where they stand. */
export function settled(box: Outbox): ReadonlySet<string> {
  const busy = unsettled(box)
  return new Set([...box.now.keys()].filter((id) => !busy.has(id)))
}

/** The list has been read anew, after these were settled. */
export function refreshed(box: Outbox, before: ReadonlySet<string>): Outbox {
  const busy = unsettled(box)
  return { ...box, now: new Map([...box.now].filter(([id]) => busy.has(id) || !before.has(id))) }
}

const unsettled = ({ waiting }: Outbox) => new Set(waiting.map(({ commentId }) => commentId))

/** The person has read why a comment is here again. */
export function dismiss(box: Outbox, commentId: string): Outbox {
  const refusal = box.refused.get(commentId)
  const refused = new Map(box.refused)
  refused.delete(commentId)
  if (refusal?.kind !== 'already-moved') return { ...box, refused }
  return { ...box, refused, now: new Map([...box.now, [commentId, refusal.now]]) }
}

/** The person has read why several are here again. */
export const dismissAll = (box: Outbox): Outbox => [...box.refused.keys()].reduce(dismiss, box)

/** The comments of a list as they stand by what was pressed: those that left are not there, those taken back are. */
export function asPressed<Comment extends { id: string; status: Status }>(
  { now, refused }: Outbox,
  listed: readonly Comment[],
  known: Iterable<Comment>,
  order: (a: Comment, b: Comment) => number,
): Comment[] {
  const shown = listed.filter(({ id, status }) => (now.get(id) ?? status) === status)
  const ids = new Set(listed.map(({ id }) => id))
  // Also one that a list knows elsewhere, while it is not read why: somebody was faster.
  const isBack = ({ id, status }: Comment) => now.get(id) === status || (refused.has(id) && !now.has(id))
  const back = [...known].filter((comment) => !ids.has(comment.id) && isBack(comment))
  return back.length === 0 ? shown : [...shown, ...back].sort(order)
}

const standing = (now: Outbox['now'], presses: readonly Press[]) =>
  new Map([...now, ...presses.map(({ commentId, becomes }) => [commentId, becomes] as const)])

function without(refused: Outbox['refused'], presses: readonly Press[]) {
  if (refused.size === 0) return refused
  const rest = new Map(refused)
  presses.forEach(({ commentId }) => rest.delete(commentId))
  return rest
}

const said = ({ last }: Outbox, presses: readonly Press[]) => ({ presses, nonce: (last?.nonce ?? 0) + 1 })
