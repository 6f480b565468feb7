import NextAuth from 'next-auth'
import { connection, type NextRequest } from 'next/server'
import { log } from '@/lib/kernel/log'
import { providerId } from '@/lib/people/provider/next-auth-provider'
import { authOptions } from '@/lib/people/sessions/auth-options'
import { beginAtProvider } from './begin-at-provider'

interface Context {
  params: Promise<{ nextauth: string[] }>
}

// What the library answers beyond these (writing into our log for strangers, for one) has no use here.
const actions = new Set(['csrf', 'session', 'providers', 'signin', 'callback', 'signout', 'error'])

async function handle(request: NextRequest, context: Context): Promise<Response> {
  await connection()
  const { nextauth } = await context.params
  const [action, at] = nextauth
  if (action === 'begin' && request.method === 'POST') return beginAtProvider(request)
  if (!actions.has(action!)) return new Response('There is nothing here.', { status: 404 })
  // Signing in by a password is a POST; the library answers a GET of the same address with an error of its own.
  if (action === 'callback' && at !== providerId && request.method !== 'POST') {
    return new Response('Sign in with POST.', { status: 405, headers: { allow: 'POST' } })
  }
  // Where to go afterwards is always the desk. The library answers an address that is none with a 500.
  request.nextUrl.searchParams.delete('callbackUrl')
  if (request.cookies.getAll().some(({ name, value }) => name.endsWith('callback-url') && !isAddress(value)))
    return unreadable()
  try {
    return (await NextAuth(request as never, context as never, authOptions(placeOf(request)))) as Response
  } catch (error) {
    // The library reads bodies of any kind as they come and throws at what it cannot read.
    log.warn({ err: error }, 'next-auth could not read a request')
    return unreadable()
  }
}

const placeOf = ({ headers }: NextRequest) => ({
  address: headers.get('x-client-address') ?? '',
  userAgent: headers.get('user-agent'),
})

const unreadable = () => new Response('This request cannot be read.', { status: 400 })

const isAddress = (text: string) =>
  /^https?:$/.test(URL.parse(text, text.startsWith('/') ? 'http://localhost' : undefined)?.protocol ?? '')

export { handle as GET, handle as POST }
