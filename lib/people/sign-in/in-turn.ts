// Hashing is heavy by intention, and each attempt holds a connection. Two at once, and one of strangers at most: so
// readers never feel it, and who is known to us never stands behind who is not.
const AT_ONCE = 2
const STRANGERS_AT_ONCE = 1
const OWNERS_WAITING = 20
const STRANGERS_WAITING = 20
/** Who has waited for a turn finds the places that others have filled still free. */
const STRANGERS_WITH_TURN_WAITING = 40
const WAITING_OF_NETWORK = 4

/** More people sign in at this moment than we are willing to work for. */
export class TooBusy extends Error {}

/** Who it is for: somebody of whom we know something, or a stranger. */
export type Lane = 'owner' | { network: string; hasTurn: boolean }

interface Place {
  begin: () => void
  network?: string
}

const owners: Place[] = []
const strangers: Place[] = []
const running = { all: 0, strangers: 0 }

/** Does the work when its place in the line has come; refuses when the line is too long. */
export async function hashInTurn<Value>(lane: Lane, work: () => Promise<Value>): Promise<Value> {
  const isStranger = lane !== 'owner'
  if (!hasRoom(lane)) throw new TooBusy('too many sign-ins at once')
  await new Promise<void>((begin) => {
    if (isStranger) strangers.push({ begin, network: lane.network })
    else owners.push({ begin })
    goOn()
  })
  try {
    return await work()
  } finally {
    running.all--
    if (isStranger) running.strangers--
    goOn()
  }
}

function hasRoom(lane: Lane) {
  if (lane === 'owner') return owners.length < OWNERS_WAITING
  const ofNetwork = strangers.filter(({ network }) => network === lane.network).length
  const most = lane.hasTurn ? STRANGERS_WITH_TURN_WAITING : STRANGERS_WAITING
  return ofNetwork < WAITING_OF_NETWORK && strangers.length < most
}

function goOn() {
  while (running.all < AT_ONCE) {
    const owner = owners.shift()
    const next = owner ?? (running.strangers < STRANGERS_AT_ONCE ? strangers.shift() : undefined)
    if (!next) return
    running.all++
    if (!owner) running.strangers++
    next.begin()
  }
}

// Strangers without a turn, of the last ten seconds: a flood of names costs a part of one core, and not all of it.
const CROWD = 30
const CROWD_MS = 10_000
let recent: number[] = []

/** Have so many strangers been heard just now that the next one has to wait for a turn? Counts this one, if not. */
export function isCrowded(now: number): boolean {
  recent = recent.filter((time) => time > now - CROWD_MS && time <= now)
  if (recent.length >= CROWD) return true
  recent.push(now)
  return false
}

export const forgetCrowd = () => void (recent = [])
