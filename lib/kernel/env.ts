import { z } from 'zod'
import {
  mailbox,
  optional,
  sender,
  url,
  webAddress,
  webOrigin,
  wholeNumber,
  withDefault,
} from './settings/fields'
import { providerSettings, wrongInProvider, type Provider } from './settings/provider'

/** Every setting that comes from the environment; `.env.example` explains each in a sentence. */
const settings = z
  .object({
    PORT: withDefault(wholeNumber(1, 65535), '3000'),
    SITE_URL: optional(webOrigin),
    DATABASE_URL: optional(url(['postgres:', 'postgresql:'], 'postgresql://user:password@host:5432/name')),
    DATA_DIR: withDefault(z.string().min(1), '.data'),
    SECRET: optional(
      z.string().min(32, 'must be at least 32 characters long; leave it unset to have one made'),
    ),
    TRUSTED_HOPS: withDefault(wholeNumber(0, 10), '0'),
    AKISMET_KEY: optional(z.string().regex(/^[0-9A-Za-z]+$/, 'must be letters and digits only')),
    AKISMET_URL: withDefault(webAddress('https://rest.akismet.com'), 'https://rest.akismet.com'),
    SMTP_URL: optional(url(['smtp:', 'smtps:'], 'smtp://user:password@host:587')),
    MAIL_FROM: optional(sender),
    INDEXNOW_KEY: optional(
      z.string().regex(/^[0-9A-Za-z-]{8,128}$/, 'must be 8 to 128 letters, digits and hyphens'),
    ),
    INDEXNOW_URL: withDefault(
      webAddress('https://api.indexnow.org/indexnow'),
      'https://api.indexnow.org/indexnow',
    ),
    WEBSUB_HUB: optional(webAddress('https://hub.example')),
    ADMIN_EMAIL: optional(mailbox),
    ADMIN_PASSWORD: optional(
      z
        .string()
        .min(12, 'must be at least 12 characters long')
        // The same that lib/people asks of everybody's password.
        .refine((text) => Buffer.byteLength(text) <= 256, 'must be at most 256 bytes long')
        .refine((text) => !/\p{Cc}|\p{Cs}/u.test(text), 'must not hold control characters'),
    ),
    WORKER: withDefault(z.enum(['inside', 'apart'], 'must be inside or apart'), 'inside'),
    WEB_PROCESSES: optional(wholeNumber(1, 64)),
    DESK: optional(z.enum(['inside', 'apart'], 'must be inside or apart')),
    PAGES_FOLDER: optional(z.string().min(1)),
    WARM_UP_SECONDS: withDefault(wholeNumber(0, 60), '3'),
    HOST: optional(z.string().min(1)),
    ...providerSettings,
    PASSWORDS: withDefault(z.enum(['on', 'off'], 'must be on or off'), 'on'),
  })
  .superRefine((all, context) => {
    for (const problem of wrongInProvider(all)) context.addIssue({ code: 'custom', ...problem })
  })
  .refine((all) => all.PASSWORDS === 'on' || all.OIDC_ISSUER, {
    path: ['PASSWORDS'],
    message: 'can be off only where OIDC_ISSUER names another way in',
  })
  .refine((all) => Boolean(all.ADMIN_EMAIL) === Boolean(all.ADMIN_PASSWORD), {
    path: ['ADMIN_EMAIL'],
    message: 'and ADMIN_PASSWORD are set together or not at all',
  })
  .refine((all) => !all.SMTP_URL || all.MAIL_FROM, {
    path: ['MAIL_FROM'],
    message: 'must be set when SMTP_URL is: mails need a sender',
  })

export type Env = z.output<typeof settings>

/** A setting is missing or wrong: `problems` holds one sentence for each. */
export class BadSettings extends Error {
  constructor(readonly problems: string[]) {
    super(`The settings cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
  }
}

/** The settings, checked. Values are never repeated in a message: some are secrets. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const outcome = settings.safeParse(source)
  if (outcome.success) return outcome.data
  throw new BadSettings(outcome.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`))
}

/** What the process that starts everything decides once and every room may read. */
export interface Runtime {
  /** Signs challenges and sessions; at least 32 characters. */
  secret: string
  /** The site's own origin, without a slash at the end. */
  siteUrl: string
  /** Is there a mail server? Then commenters may ask to be told. */
  sendsMail?: boolean
  /** Is there a key for Akismet? */
  asksAkismet?: boolean
  /** The WebSub hub that feeds name, if there is one. */
  hub?: string
  /** Where else the staff signs in, by OpenID Connect. */
  provider?: Provider
  /** Is a password no way in? */
  isWithoutPasswords?: boolean
}

const place = Symbol.for('chapterhouse.runtime')
type Holder = { [place]?: Runtime }

// Next bundles its own copy of this module beside the server's; the global place is what they share.
export const setRuntime = (runtime: Runtime) => void ((globalThis as Holder)[place] = runtime)

export function runtime(): Runtime {
  const set = (globalThis as Holder)[place]
  if (set) return set
  // A process that we did not start, such as a plain `next start`, may be told by its environment.
  const { SECRET: secret, SITE_URL: siteUrl } = process.env
  if (!secret || !siteUrl) throw new Error('setRuntime() has not been called in this process')
  return { secret, siteUrl }
}

/** Is there a key for Akismet? Not while pages are only being built: what runs later decides. */
export const asksAkismet = () => (globalThis as Holder)[place]?.asksAkismet === true
