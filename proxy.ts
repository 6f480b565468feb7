import { NextResponse, type NextRequest } from 'next/server'
import { isLocale, type Locale } from '@/lib/i18n/locales'
import { languageCookieName, sessionCookieName } from '@/lib/people/sessions/session-cookie-name'

/**
 * A courtesy, not a border: who has no session is led to the sign-in with a true 307, and the desk's pages get
 * their policy. What somebody may see or do is decided in queries and commands.
 */
export function proxy(request: NextRequest) {
  const language = request.nextUrl.searchParams.get('language')
  if (isLocale(language) && inFront.test(request.nextUrl.pathname)) return speak(request, language)
  const hasSession = Object.values(sessionCookieName).some((name) => request.cookies.has(name))
  if (request.nextUrl.pathname.startsWith('/desk') && !hasSession && request.method === 'GET') {
    return protect(NextResponse.redirect(new URL('/sign-in', request.nextUrl), 307), policy())
  }
  const nonce = crypto.randomUUID().replaceAll('-', '')
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy(nonce)) // Next takes the nonce for its scripts from here
  return protect(NextResponse.next({ request: { headers } }), policy(nonce))
}

const inFront = /^\/(sign-in|welcome)(\/|$)/
const YEAR_SECONDS = 365 * 24 * 60 * 60

/** Keeps the language that somebody chose in front of the desk, by a link: so it works without scripts, and on all pages there. */
function speak(request: NextRequest, language: Locale) {
  const there = new URL(request.nextUrl)
  there.searchParams.delete('language')
  const answer = NextResponse.redirect(there, 303)
  answer.cookies.set(languageCookieName, language, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    maxAge: YEAR_SECONDS,
  })
  return protect(answer, policy())
}

export const config = { matcher: ['/desk/:path*', '/sign-in/:path*', '/welcome/:path*'] }

const development = process.env.NODE_ENV === 'development'

const policy = (nonce?: string) =>
  [
    "default-src 'none'",
    nonce
      ? `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`
      : "script-src 'none'",
    // Positions of pop-ups and the editor's selection are style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

function protect(response: NextResponse, contentSecurityPolicy: string) {
  response.headers.set('content-security-policy', contentSecurityPolicy)
  response.headers.set('cache-control', 'private, no-store')
  response.headers.set('x-content-type-options', 'nosniff')
  response.headers.set('referrer-policy', 'same-origin')
  return response
}
