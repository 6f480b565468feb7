import { z } from 'zod'
import { optional, valuesOfClaim, webAddress } from './fields'

// The settings of another way in: a provider of OpenID Connect.

export const providerSettings = {
  OIDC_ISSUER: optional(webAddress('https://login.example.org')),
  OIDC_CLIENT_ID: optional(z.string().max(500)),
  OIDC_CLIENT_SECRET: optional(z.string().max(2_000)),
  OIDC_NAME: optional(
    z
      .string()
      .max(60)
      .regex(/^\P{Cc}+$/u, 'must be one line of at most 60 characters'),
  ),
  OIDC_ROLES_CLAIM: optional(z.string().regex(/^[\w.:/-]{1,200}$/, 'must be the name of a claim')),
  OIDC_ADMINS: optional(valuesOfClaim),
  OIDC_EDITORS: optional(valuesOfClaim),
  OIDC_WRITERS: optional(valuesOfClaim),
}

type ProviderSettings = {
  [Name in keyof typeof providerSettings]?: z.output<(typeof providerSettings)[Name]>
}

/** What is set of a provider only in part, each with the setting that it is said of. */
export function wrongInProvider(all: ProviderSettings): { path: string[]; message: string }[] {
  const needed = [all.OIDC_ISSUER, all.OIDC_CLIENT_ID, all.OIDC_CLIENT_SECRET].map(Boolean)
  const lists = all.OIDC_ADMINS ?? all.OIDC_EDITORS ?? all.OIDC_WRITERS
  return [
    ...(new Set(needed).size === 1
      ? []
      : [
          {
            path: ['OIDC_ISSUER'],
            message: 'OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are set together or not at all',
          },
        ]),
    ...(Boolean(all.OIDC_ROLES_CLAIM) === Boolean(lists)
      ? []
      : [
          {
            path: ['OIDC_ROLES_CLAIM'],
            message:
              'and at least one of OIDC_ADMINS, OIDC_EDITORS and OIDC_WRITERS are set together or not at all',
          },
        ]),
  ]
}

/** A provider of OpenID Connect, as its settings name it. */
export interface Provider {
  issuer: string
  clientId: string
  clientSecret: string
  /** As its button names it. */
  name: string
  /** The claim that says who has which role, and its values; without it, an admin gives roles at the desk. */
  roles?: { claim: string; admin: string[]; editor: string[]; writer: string[] }
}

/** The provider that these settings name, if any. */
export function providerIn(env: ProviderSettings): Provider | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env
  if (!issuer || !clientId || !clientSecret) return undefined
  const claim = env.OIDC_ROLES_CLAIM
  const roles = claim && {
    claim,
    admin: env.OIDC_ADMINS ?? [],
    editor: env.OIDC_EDITORS ?? [],
    writer: env.OIDC_WRITERS ?? [],
  }
  return {
    issuer: issuer.replace(/\/$/, ''),
    clientId,
    clientSecret,
    name: env.OIDC_NAME ?? new URL(issuer).host,
    ...(roles && { roles }),
  }
}
