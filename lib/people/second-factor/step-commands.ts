import { db } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { runtime } from '@/lib/kernel/env'
import { newId, uuidIn } from '@/lib/kernel/ids'
import { done, refuse } from '@/lib/kernel/result'
import { knownIn } from '../sign-in/browser-commands'
import { hearCode, hearKnownCode, takeBack, type Hearing } from '../sign-in/guess-commands'
import type { SignedIn, Visitor } from '../sign-in/sign-in'
import { dueTurn, newTurn, readTurn, waiting } from '../sign-in/turns'
import { hasFactor, stepChoices } from './queries'
import { useRecoveryCode } from './recovery-code-commands'
import { TICKET_SECONDS } from './rules'
import { typedCode, typedRecoveryCode } from './schema'
import { readTicket, ticket } from './tickets'
import { useTotpCode } from './totp-commands'
import { useOnce } from './used-commands'

/** The first step is done, and there is a second: `ticket` says so, for ten minutes and for one sign-in. */
export interface SecondStep {
  ok: false
  refusal: 'second-step'
  ticket: string
  turn?: undefined
}

/** Somebody has shown by a password or a link who they are. Are they in, or is there another step? */
export async function afterFirstStep(person: SignedIn, now = Date.now()) {
  if (!(await hasFactor(db, person.personId))) return done(person)
  const text = `${newId()}.${person.personId}.${person.sessionVersion}`
  const given = ticket(runtime().secret, 'step', text, now + TICKET_SECONDS * 1_000)
  return { ok: false, refusal: 'second-step', ticket: given } as const satisfies SecondStep
}

interface Step extends SignedIn {
  id: string
  until: number
  email: string
}

/** Who is at the second step by this ticket; nobody when it is over, has been used, or their sessions were ended. */
async function atStep(given: string | undefined, now: number): Promise<Step | undefined> {
  const read = readTicket(runtime().secret, 'step', given, now)
  const [id, personId, version] = read?.text.split('.') ?? []
  if (!read || !uuidIn(id) || !uuidIn(personId)) return undefined
  const sessionVersion = Number(version)
  const person = await db.person.findFirst({
    where: { id: personId, sessionVersion, disabledAt: null },
    select: { email: true },
  })
  const isUsed = await db.usedProof.findUnique({ where: { id: id! }, select: { id: true } })
  if (!person?.email || isUsed) return undefined
  return { id: id!, personId: personId!, sessionVersion, until: read.until, email: person.email }
}

/** By what the second step can be done; nothing when there is none under way. */
export async function choicesAtStep(given: string | undefined, now = Date.now()) {
  const step = await atStep(given, now)
  return step && stepChoices(db, step.personId)
}

/** `over`: begin again with the password. */
export type StepOutcome =
  | { ok: true; value: SignedIn }
  | { ok: false; refusal: 'over' | 'code-wrong' | 'recovery-code-wrong' | 'full'; turn?: string }
  | { ok: false; refusal: 'wait'; seconds: number; turn: string }

interface StepVisitor extends Visitor {
  ticket?: string
}

/** A code of the app. Wrong ones are few, and those of strangers do not count in a browser that knows its owner. */
export async function stepByCode(
  typed: unknown,
  visitor: StepVisitor,
  now = Date.now(),
): Promise<StepOutcome> {
  const step = await atStep(visitor.ticket, now)
  if (!step) return refuse('over')
  const code = typedCode.safeParse(typed)
  if (!code.success) return refuse('code-wrong')
  const { secret } = runtime()
  const turn = readTurn(secret, visitor.turn, now)
  const hearing = await heard(step, visitor, now)
  if (hearing.verdict === 'wait') return { ok: false, refusal: 'wait', ...waiting(secret, turn, now) }
  if (hearing.verdict === 'full') return refuse('full')
  const outcome = await inTransaction(async (tx) => {
    if (!(await useOnce(tx, step))) return refuse('over')
    const isRight = await useTotpCode(tx, step.personId, code.data, { now, confirmed: true })
    return isRight ? done(signedIn(step)) : refuse('code-wrong')
  })
  if (outcome.ok || outcome.refusal === 'over') await takeBack(hearing.id)
  return outcome.ok ? outcome : { ...outcome, turn: newTurn(secret, now, turn?.visit) }
}

async function heard(step: Step, visitor: Visitor, now: number): Promise<Hearing> {
  const known = await knownIn(visitor.browser, step.email)
  const own = known && (await hearKnownCode(known.id, now))
  if (own?.verdict === 'heard') return own
  const turn = dueTurn(readTurn(runtime().secret, visitor.turn, now), now)
  return hearCode(step.personId, { address: visitor.address, turn, now })
}

/** A recovery code. Nobody guesses one, so wrong ones are not counted. */
export async function stepByRecoveryCode(
  typed: unknown,
  visitor: Pick<StepVisitor, 'ticket'>,
  now = Date.now(),
): Promise<StepOutcome> {
  const step = await atStep(visitor.ticket, now)
  if (!step) return refuse('over')
  const code = typedRecoveryCode.safeParse(typed)
  if (!code.success) return refuse('recovery-code-wrong')
  return inTransaction(async (tx) => {
    if (!(await useOnce(tx, step))) return refuse('over')
    const isRight = await useRecoveryCode(tx, step.personId, code.data)
    return isRight ? done(signedIn(step)) : refuse('recovery-code-wrong')
  })
}

const signedIn = ({ personId, sessionVersion }: Step): SignedIn => ({ personId, sessionVersion })
