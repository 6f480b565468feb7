import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import Provider from 'oidc-provider'

export interface OidcPeer {
  issuer: string
  clientId: string
  clientSecret: string
  /** What is claimed of somebody, by the name under which they log in. */
  people: Map<string, Record<string, unknown>>
  stop: () => Promise<void>
}

/** A certified provider of OpenID Connect on loopback: it knows who is in `people`, and asks for nothing but a name. */
export async function startOidcPeer(): Promise<OidcPeer> {
  const people: OidcPeer['people'] = new Map()
  const [clientId, clientSecret] = ['the-site', 'what only the site and its provider know']
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: ['https://example.org/api/auth/callback/oidc'],
      },
    ],
    cookies: { keys: ['a key of the provider'] },
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['name', 'preferred_username', 'groups'],
    },
    conformIdTokenClaims: false, // they stand in the token itself, as with most providers
    features: { devInteractions: { enabled: false } },
    findAccount: (_context, id) =>
      people.has(id) ? { accountId: id, claims: () => ({ sub: id, ...people.get(id) }) } : undefined,
    interactions: { url: (_context, { uid }) => `/login/${uid}` },
    // Nobody is asked whether the site may know their name.
    async loadExistingGrant(context) {
      const { client, session } = context.oidc
      const grant = new context.oidc.provider.Grant({
        clientId: client!.clientId,
        accountId: session!.accountId,
      })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
    ttl: { Session: 3_600, Grant: 3_600, Interaction: 600, IdToken: 600, AccessToken: 600 },
  })
  // The site's port is known later than this.
  provider.Client.prototype.redirectUriAllowed = (uri: string) => uri.endsWith('/api/auth/callback/oidc')
  const handle = provider.callback()
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (!request.url?.startsWith('/login/')) return handle(request, response)
    if (request.method === 'POST') {
      const accountId = new URLSearchParams(await text(request)).get('name') ?? ''
      return provider.interactionFinished(request, response, { login: { accountId } })
    }
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(
      '<!doctype html><title>Log in</title><form method="post"><label>Name <input name="name"></label><button>Log in</button></form>',
    )
  }
  server.on('request', (request, response) => void answer(request, response))
  return {
    issuer,
    clientId,
    clientSecret,
    people,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
