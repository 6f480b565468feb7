import NextAuth from 'next-auth'
import { connection } from 'next/server'
import { log } from '@/lib/kernel/log'
import { authOptions } from '@/lib/people/sessions/auth-options'

interface Context {
  params: Promise<{ nextauth: string[] }>
}

// What the library answers beyond these (writing into our log for strangers, for one) has no use here.
const actions = new Set(['csrf', 'session', 'providers', 'signin', 'callback', 'signout', 'error'])

async function handle(request: Request, context: Context): Promise<Response> {
  await connection()
  const { nextauth } = await context.params
  if (!actions.has(nextauth[0]!)) return new Response('There is nothing here.', { status: 404 })
  // Signing in is a POST; the library answers a GET of the same address with an error of its own.
  if (nextauth[0] === 'callback' && request.method !== 'POST') {
    return new Response('Sign in with POST.', { status: 405, headers: { allow: 'POST' } })
  }
  try {
    return (await NextAuth(request as never, context as never, authOptions())) as Response
  } catch (error) {
    // The library reads bodies of any kind as they come and throws at what it cannot read.
    log.warn({ err: error }, 'next-auth could not read a request')
    return new Response('This request cannot be read.', { status: 400 })
  }
}

export { handle as GET, handle as POST }
