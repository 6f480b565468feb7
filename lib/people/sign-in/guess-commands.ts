import { createHmac } from 'node:crypto'
import { db, type Tx } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { addressKey, neighbourhoodKey } from '@/lib/kernel/address-key'
import { runtime } from '@/lib/kernel/env'
import { newId } from '@/lib/kernel/ids'
import { codeLimits } from '../second-factor/rules'
import { MOST_PROOFS_TRIED } from '../step-up/rules'
import { isCrowded } from './in-turn'
import {
  askLimits,
  guessLimits,
  MOST_IN_KNOWN_BROWSER,
  verdictOn,
  type Counted,
  type Limits,
  type Turn,
} from './turns'

/** An attempt that is heard is counted from now on; whoever was right takes it back. */
export type Hearing = { verdict: 'heard'; id: string } | { verdict: 'wait' } | { verdict: 'full' }

interface From {
  address: string
  /** The turn that the browser has brought, if its time has come. */
  turn?: Turn
  now: number
}

/** May this password be looked at, tried for an e-mail address in a browser that does not know its owner? */
export const hearGuess = (email: string, from: From): Promise<Hearing> =>
  hear(keysOf('account', email, from.address), guessLimits, from)

/** May somebody ask for a link to set a new password? Whomever they ask it for: it is they who are counted. */
export const hearAsk = (from: From): Promise<Hearing> =>
  hear(keysOf('ask', neighbourhoodKey(from.address), from.address), askLimits, from)

/** May this code be looked at, of somebody who has typed the right password where nobody knows them? */
export const hearCode = (personId: string, from: From): Promise<Hearing> =>
  hear(keysOf('code', personId, from.address), codeLimits, from)

/** The same for a password in a browser that knows its owner: what strangers do does not count here. */
export const hearKnown = (browserId: string, now: number) =>
  hearOne(hashed('browser', browserId), MOST_IN_KNOWN_BROWSER, now)

export const hearKnownCode = (browserId: string, now: number) =>
  hearOne(hashed('code in browser', browserId), MOST_IN_KNOWN_BROWSER, now)

/** May somebody who is signed in try their password once more? */
export const hearProof = (personId: string, now: number) =>
  hearOne(hashed('proof', personId), MOST_PROOFS_TRIED, now)

/** What counts for one alone, wherever they are. */
function hearOne(account: string, most: number, now: number): Promise<Hearing> {
  return inTransaction(async (tx): Promise<Hearing> => {
    await alone(tx, account)
    const counted = await tx.signInGuess.count({ where: { account, at: { gt: hourBefore(now) } } })
    if (counted >= most) return { verdict: 'full' }
    const { id } = await tx.signInGuess.create({ data: { id: newId(), account, at: new Date(now) } })
    return { verdict: 'heard', id }
  })
}

/** It was right, or could not be looked at: it stands against nobody. */
export const takeBack = (id: string) => db.signInGuess.deleteMany({ where: { id } })

/** What is older than an hour counts for nothing. */
export const forgetGuesses = (now = Date.now()) =>
  db.signInGuess.deleteMany({ where: { at: { lte: hourBefore(now) } } })

interface Keys {
  account: string
  network: string
  neighbourhood: string
}

async function hear(keys: Keys, limits: Limits, { turn, now }: From): Promise<Hearing> {
  const verdict = async (tx: Tx) =>
    verdictOn(await countedAgainst(tx, keys, turn, now), limits, { hasTurn: Boolean(turn) })
  // Nearly every guess of a flood ends here: it takes no lock and writes nothing.
  const before = await verdict(db)
  if (before !== 'heard') return { verdict: before }
  if (!turn && isCrowded(now)) return { verdict: 'wait' }
  return inTransaction(async (tx): Promise<Hearing> => {
    await alone(tx, keys.account)
    const after = await verdict(tx)
    if (after !== 'heard') return { verdict: after }
    const id = newId()
    const { count } = await tx.signInGuess.createMany({
      data: { id, ...keys, visit: turn?.visit, turn: turn?.id, at: new Date(now) },
      skipDuplicates: true,
    })
    // A turn is good for once.
    return count === 1 ? { verdict: 'heard', id } : { verdict: 'wait' }
  })
}

async function countedAgainst(tx: Tx, keys: Keys, turn: Turn | undefined, now: number): Promise<Counted> {
  const { account, network, neighbourhood } = keys
  const [counted] = await tx.$queryRaw<[Counted]>`
    select count(*) filter (where account = ${account})::int as "all",
      count(*) filter (where account = ${account} and network = ${network})::int as network,
      count(*) filter (where account = ${account} and neighbourhood = ${neighbourhood})::int as neighbourhood,
      count(*) filter (where visit = ${turn?.visit ?? null}::uuid)::int as visit,
      count(*) filter (where network = ${network})::int as elsewhere
    from sign_in_guess
    where at > ${hourBefore(now)} and (account = ${account} or network = ${network})`
  return counted
}

const alone = (tx: Tx, key: string) =>
  tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`guess ${key}`}, 0))`

const hourBefore = (now: number) => new Date(now - 3_600_000)

const keysOf = (kind: string, value: string, address: string): Keys => ({
  account: hashed(kind, value),
  network: hashed(`${kind} network`, addressKey(address)),
  neighbourhood: hashed(`${kind} neighbourhood`, neighbourhoodKey(address)),
})

// Hashed with the site's secret: the table is no list of names.
const hashed = (kind: string, value: string) =>
  createHmac('sha256', runtime().secret)
    .update(`chapterhouse ${kind}\0${value}`)
    .digest('base64url')
    .slice(0, 22)
