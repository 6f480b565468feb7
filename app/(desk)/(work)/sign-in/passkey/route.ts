import { connection } from 'next/server'
import { passkeyQuestion } from '@/lib/people/second-factor/passkey-sign-in-commands'
import { giveTicket } from '@/lib/people/sessions/ticket-cookies'

/** What a passkey is to sign, for whoever asks: at the sign-in, and before what cannot be undone. */
export async function GET(): Promise<Response> {
  await connection()
  const question = await passkeyQuestion()
  if (!question) return new Response(null, { status: 404 })
  await giveTicket('ask', question.challenge)
  return Response.json(question.options, { headers: { 'cache-control': 'private, no-store' } })
}
