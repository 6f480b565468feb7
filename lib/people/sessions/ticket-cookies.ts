import { getServerSession } from 'next-auth/next'
import { cookies } from 'next/headers'
import { runtime } from '@/lib/kernel/env'
import { CHALLENGE_SECONDS, TICKET_SECONDS } from '../second-factor/rules'
import type { TicketKind } from '../second-factor/tickets'
import { proofTicket, readProof } from '../step-up/proof'
import { PROOF_SECONDS } from '../step-up/rules'
import { authOptions } from './auth-options'
import { ticketCookieSetting } from './session-cookie'

const seconds: Record<TicketKind, number> = {
  step: TICKET_SECONDS,
  ask: CHALLENGE_SECONDS,
  add: CHALLENGE_SECONDS,
  proof: PROOF_SECONDS,
}

/** The ticket of this kind that the browser has brought. */
export const ticketHere = async (kind: TicketKind) =>
  (await cookies()).get(ticketCookieSetting(kind).name)?.value

/** Gives the browser a ticket, to be brought back. */
export async function giveTicket(kind: TicketKind, ticket: string) {
  const { name, options } = ticketCookieSetting(kind)
  ;(await cookies()).set(name, ticket, { ...options, maxAge: seconds[kind] })
}

/** Another session begins, or none goes on: what was brought to the one before is no use. */
export async function takeTickets() {
  const jar = await cookies()
  for (const kind of Object.keys(seconds) as TicketKind[]) {
    const { name, options } = ticketCookieSetting(kind)
    if (jar.get(name)) jar.set(name, '', { ...options, maxAge: 0 })
  }
}

/** When somebody last said once more, in this session, who they are. */
export const provedIn = async (session: unknown) =>
  readProof(runtime().secret, session, await ticketHere('proof'), Date.now())

/** Somebody has just said so: it counts for ten minutes in this session. */
export const noteProof = async (now: number) =>
  giveTicket('proof', proofTicket(runtime().secret, await getServerSession(authOptions()), now))
