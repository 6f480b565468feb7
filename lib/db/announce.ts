import { everything } from '@/lib/kernel/page-tags'
import type { Tx } from './client'

/** The Postgres channel on which every instance hears of changes that readers can see. */
export const channel = 'site_changed'

/** Of a payload, in bytes: Postgres refuses 8,000 and more. */
const longest = 4_000
/** What touches more pages than these payloads name is told as one that means all. */
const mostPayloads = 20

/**
 * Tells every instance, when this transaction commits, that pages with these tags have changed.
 * Tags are joined by spaces, in as many payloads as they need.
 */
export async function announce(tx: Tx, tags: readonly string[]) {
  await tx.$executeRaw`select pg_notify(${channel}, payload) from unnest(${payloadsOf(tags)}::text[]) as payload`
}

/** The tags of an announcement, joined: ASCII alone. */
export function payloadsOf(tags: readonly string[]): string[] {
  const payloads: string[] = []
  for (const tag of tags) {
    const last = payloads.at(-1)
    if (last !== undefined && last.length + tag.length < longest)
      payloads[payloads.length - 1] = `${last} ${tag}`
    else payloads.push(tag)
  }
  return payloads.length > mostPayloads ? [everything] : payloads
}

/** The Postgres channel on which every instance hears what happens at the desk. */
export const deskChannel = 'desk_changed'

/** Tells every instance, when this transaction commits: each payload by itself, and shorter than 8,000 bytes. */
export async function announceAtDesk(tx: Pick<Tx, '$executeRaw'>, payloads: readonly string[]) {
  if (payloads.length === 0) return
  await tx.$executeRaw`select pg_notify(${deskChannel}, payload) from unnest(${[...payloads]}::text[]) as payload`
}
