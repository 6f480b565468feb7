import NextAuth from 'next-auth'
import { cookies } from 'next/headers'
import { NextRequest } from 'next/server'
import { log } from '@/lib/kernel/log'
import { escapeMarkup } from '@/lib/kernel/markup'
import { runtime } from '@/lib/kernel/env'
import { providerId } from '@/lib/people/provider/next-auth-provider'
import { authOptions } from '@/lib/people/sessions/auth-options'

/**
 * A button of ours, which works without scripts: next-auth asks for a token of its own, which a page that is rendered
 * cannot have. `again` has the provider ask anew who they are, though they have a session there.
 */
export async function beginAtProvider(request: NextRequest): Promise<Response> {
  const { siteUrl, provider } = runtime()
  if (!provider) return new Response('There is nothing here.', { status: 404 })
  const failed = () => seeOther(`${siteUrl}/sign-in?provider=failed`)
  try {
    const asked = await ask(new NextRequest(`${siteUrl}/api/auth/csrf`), ['csrf'])
    const { csrfToken } = (await asked.json()) as { csrfToken: string }
    await keepCookies(asked)
    const isAgain = request.nextUrl.searchParams.has('again')
    const begin = new NextRequest(
      `${siteUrl}/api/auth/signin/${providerId}${isAgain ? '?prompt=login&max_age=0' : ''}`,
      { method: 'POST', body: new URLSearchParams({ csrfToken }) },
    )
    const answer = await ask(begin, ['signin', providerId])
    await keepCookies(answer)
    const location = answer.headers.get('location')
    // A provider that cannot be reached leads to the library's own page of errors.
    return location && !location.startsWith(siteUrl) ? goOn(location, provider.name) : failed()
  } catch (error) {
    log.warn({ err: error }, 'a sign-in at the provider could not be begun')
    return failed()
  }
}

const ask = async (request: NextRequest, nextauth: string[]) =>
  (await NextAuth(
    request as never,
    { params: Promise.resolve({ nextauth }) } as never,
    authOptions(),
  )) as Response

/** The library reads cookies where we write them: what it has just given counts in its next call. */
async function keepCookies(answer: Response) {
  const jar = await cookies()
  for (const line of answer.headers.getSetCookie()) {
    const [pair = '', ...attributes] = line.split(';')
    const at = pair.indexOf('=')
    const of = (name: string) =>
      attributes.map((one) => one.trim().split('=')).find(([key]) => key!.toLowerCase() === name)
    const expires = of('expires')?.[1]
    jar.set(pair.slice(0, at), decodeURIComponent(pair.slice(at + 1)), {
      httpOnly: Boolean(of('httponly')),
      secure: Boolean(of('secure')),
      sameSite: 'lax',
      path: '/',
      ...(expires && { expires: new Date(expires) }),
    })
  }
}

// A form of ours may not lead elsewhere (form-action), by a redirect neither: so a page does, whose one word is a name.
const goOn = (location: string, name: string) => {
  const [to, called] = [escapeMarkup(location), escapeMarkup(name)]
  const page = `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="0;url=${to}"><title>${called}</title><p><a href="${to}">${called}</a></p>`
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, no-store' }
  return new Response(page, { headers })
}

const seeOther = (location: string) => new Response(null, { status: 303, headers: { location } })
