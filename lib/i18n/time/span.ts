import { momentIn } from './moment-in'

/** From when on, and before when. */
export interface Span {
  from?: Date
  before?: Date
}

const DAY = 24 * 60 * 60 * 1_000

/** The moments between which days lie ('2026-03-29', both included), by the clocks of a zone; without one, by those of UTC. */
export const spanOf = ({ from, to }: { from?: string; to?: string }, zone = 'UTC'): Span => ({
  from: from ? momentIn(zone, `${from}T00:00`) : undefined,
  before: to ? momentIn(zone, `${dayAfter(to)}T00:00`) : undefined,
})

const dayAfter = (day: string) => new Date(Date.parse(`${day}T00:00Z`) + DAY).toISOString().slice(0, 10)
