import type { Decisions, OpinionFigures, Statistics, Waits } from './types'

/** Of a count that is kept: whose, of what, how many. */
export interface Tally {
  who: string
  what: string
  count: number
}

// As `wait_bucket` of the database has them: ten seconds, then steps of which each ends at √2 times its beginning.
const firstEnd = 10
const lastBucket = 48
const endOf = (bucket: number) => firstEnd * 2 ** (bucket / 2)

/** What a time within a step is told as: the geometric middle, which is within 19 % of all others there. */
export const middleOf = (bucket: number): number =>
  bucket === 0 ? firstEnd / 2 : endOf(bucket) / 2 ** (1 / 4)

/** The n-th of times that are known by their steps, the shortest first. */
function quantile(counts: ReadonlyMap<number, number>, share: number): number | undefined {
  const all = [...counts].filter(([, count]) => count > 0).sort(([one], [other]) => one - other)
  let left = Math.ceil(all.reduce((sum, [, count]) => sum + count, 0) * share)
  for (const [bucket, count] of all) {
    left -= count
    if (left <= 0) return middleOf(bucket)
  }
  return undefined
}

/** What is told of such times. */
export function waitsIn(tallies: readonly Tally[]): Waits {
  const counts = new Map<number, number>()
  for (const { what, count } of tallies) counts.set(Number(what), (counts.get(Number(what)) ?? 0) + count)
  const sum = [...counts.values()].reduce((all, one) => all + one, 0)
  return { count: sum, median: quantile(counts, 0.5), ninth: quantile(counts, 0.9) }
}

// Two steps at a time, from the first that has anything to the last: each twice the one before it.
const width = 2

/** The same as a picture has it. */
export function stepsIn(tallies: readonly Tally[]): Statistics['steps'] {
  const counts = new Map<number, number>()
  for (const { what, count } of tallies) {
    const step = Math.ceil(Number(what) / width)
    counts.set(step, (counts.get(step) ?? 0) + count)
  }
  const used = [...counts].filter(([, count]) => count > 0).map(([step]) => step)
  if (used.length === 0) return []
  const [first, last] = [Math.min(...used), Math.max(...used)]
  return Array.from({ length: last - first + 1 }, (_, place) => {
    const step = first + place
    const isOpen = step * width >= lastBucket
    return { ...(!isOpen && { until: endOf(step * width) }), count: counts.get(step) ?? 0 }
  })
}

const noDecisions = (): Decisions => ({ approved: 0, spam: 0, trash: 0, pending: 0, undone: 0 })

/** What was decided, added up. */
export function decisionsIn(tallies: readonly Tally[]): Decisions {
  const decisions = noDecisions()
  for (const { what, count } of tallies)
    if (Object.hasOwn(decisions, what)) decisions[what as keyof Decisions] += count
  return decisions
}

export const sumOf = (decisions: Decisions) => Object.values(decisions).reduce((sum, count) => sum + count, 0)

/** Tallies by whose they are. */
export function byWho(tallies: readonly Tally[]): Map<string, Tally[]> {
  const groups = new Map<string, Tally[]>()
  for (const tally of tallies) groups.set(tally.who, [...(groups.get(tally.who) ?? []), tally])
  return groups
}

const learningFilter = 'rule:learning-filter'
const against = ['spam', 'hold', 'sign', 'trash']
const passed = ['ham', 'nothing']

/** What one source said and what people made of it: `said>truth`, as the database keeps it. */
export function opinionIn(source: string, tallies: readonly Tally[]): OpinionFigures {
  const counted = (said: readonly string[], truth: string) =>
    tallies
      .filter(({ what }) => said.some((one) => what === `${one}>${truth}`))
      .reduce((sum, { count }) => sum + count, 0)
  const of = (said: readonly string[], right: string, wrong: string) => ({
    right: counted(said, right),
    wrong: counted(said, wrong),
    taste: counted(said, 'trash'),
    unseen: counted(said, 'none'),
  })
  const [prefix = '', code = ''] = source.split(':')
  const kind = source === learningFilter ? 'filter' : prefix === 'checker' ? 'checker' : 'rule'
  const spoke = of(against, 'spam', 'approved')
  // What rules keep silent about is no opinion: they look for one thing each.
  const let_ = kind === 'rule' ? undefined : of(passed, 'approved', 'spam')
  const unknown = ['approved', 'spam', 'trash', 'none'].reduce(
    (sum, truth) => sum + counted(['unknown'], truth),
    0,
  )
  return {
    kind,
    code,
    against: spoke,
    passed: let_,
    unknown,
    precision: shareOf(spoke.right, spoke.right + spoke.wrong),
    recall: let_ && shareOf(spoke.right, spoke.right + let_.wrong),
  }
}

/** A share, unless there is nothing to share. */
export const shareOf = (part: number, whole: number): number | undefined =>
  whole > 0 ? part / whole : undefined
