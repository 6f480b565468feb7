import type { Tx } from './client'

/**
 * What only one process or transaction may do at a time, where no row stands for it that could be locked. Postgres knows
 * such locks by numbers alone: this is the one list of them. (The gate of comments locks addresses and people, by 64
 * bits of a hash: see `submission_gate`.)
 */
export const locks = {
  /** Applying migrations. */
  migrations: 7_430_211,
  /** Making the first admin. */
  firstAdmin: 7_430_212,
  /** Starting "check all again". */
  recheck: 7_430_213,
  /** Giving tags to an edition, which may be new to two at once. */
  tags: 7_430_214,
  /** Teaching the filter: all lessons count in the same rows. */
  lessons: 7_430_215,
  /** Adding the sample chapters. */
  sample: 7_430_216,
  /** Beginning a decision about a whole view, of which few run at once. */
  bulk: 7_430_231,
  /** Keeping a view of the queue under a name, of which there are so many. */
  savedViews: 7_430_232,
  /** Making a standing rule: one for each author, address, network or host. */
  standingRules: 7_430_233,
} as const

type LockName = keyof typeof locks

/** Waits until nobody else is at it; lasts as long as the transaction. */
export const lockFor = (tx: Tx, name: LockName) =>
  tx.$executeRaw`select pg_advisory_xact_lock(${locks[name]})`

/** The same for a connection of one's own, until it ends. */
export const lockConnectionFor = (
  client: { query: (text: string, values: number[]) => Promise<unknown> },
  name: LockName,
) => client.query('select pg_advisory_lock($1)', [locks[name]])
