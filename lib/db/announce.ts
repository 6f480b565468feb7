import { everything } from '@/lib/kernel/page-tags'
import type { Tx } from './client'

/** The Postgres channel on which every instance hears of changes that readers can see. */
export const channel = 'site_changed'

/**
 * Tells every instance, when this transaction commits, that pages with these tags have changed.
 * Tags are joined by spaces; Postgres refuses payloads of 8,000 bytes or more, so many tags become one that means all.
 */
export async function announce(tx: Tx, tags: readonly string[]) {
  const payload = tags.join(' ')
  await tx.$executeRaw`select pg_notify(${channel}, ${payload.length < 4_000 ? payload : everything})`
}
