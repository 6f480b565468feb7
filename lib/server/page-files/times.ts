import { createHash } from 'node:crypto'

/**
 * The links by which nginx finds pages, each named after the time in which it is used: `now` after a second, `last` after
 * ten. Links for a time that has not come are all that goes on without us. `now` is for who asks while we live: two
 * seconds at most. `last` is for when nobody answers: a minute at most, as `stale-if-error` says of other copies.
 */
export function linksAt(now: number): string[] {
  const second = Math.floor(now / 1_000)
  const slot = Math.floor(second / tenSeconds)
  const slots = Math.floor((second + minute) / tenSeconds) - slot
  return [
    ...[second, second + 1].map((name) => `now/${name}`),
    ...Array.from({ length: slots }, (_, ahead) => `last/${slot + ahead}`),
  ]
}

const tenSeconds = 10
const minute = 60

/**
 * The time of change that a file is given, in seconds. nginx makes a tag of it and the length, so it must differ where
 * the bytes do, also twice in a second, and be the same where they are: it is made of the document's tag, not of a clock.
 */
export const timeOf = (tag: string) =>
  createHash('sha256').update(tag).digest().readUInt32BE() & latestEverywhere

// January 2038: no file system has less.
const latestEverywhere = 0x7fffffff
