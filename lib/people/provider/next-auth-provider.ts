import type { OAuthConfig } from 'next-auth/providers/oauth'
import { runtime } from '@/lib/kernel/env'

/** As it stands in addresses: a provider is told to send people back to `<site>/api/auth/callback/oidc`. */
export const providerId = 'oidc'

/** So long a provider may take with an answer. */
const DEADLINE_MS = 10_000

/** The provider of the settings as next-auth knows it: found by discovery, asked with PKCE, state and nonce. */
export function nextAuthProvider(): OAuthConfig<Record<string, unknown>> | undefined {
  const { provider } = runtime()
  if (!provider) return undefined
  return {
    id: providerId,
    name: provider.name,
    type: 'oauth',
    wellKnown: `${provider.issuer}/.well-known/openid-configuration`,
    clientId: provider.clientId,
    clientSecret: provider.clientSecret,
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    httpOptions: { timeout: DEADLINE_MS },
    // Who they are here says lib/people/provider/commands.ts, from all that the token claims.
    profile: ({ sub }) => ({ id: String(sub) }),
  }
}
