import { z } from 'zod'
import { readEmail } from './text/email-address'
import { visibleAddress } from './text/web-address'

const blankIsUnset = (value: unknown) =>
  typeof value === 'string' && value.trim() === '' ? undefined : value
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(blankIsUnset, schema.optional())
const withDefault = <Schema extends z.ZodType>(schema: Schema, value: z.input<Schema>) =>
  z.preprocess((given) => blankIsUnset(given) ?? value, schema)

const wholeNumber = (from: number, to: number) => {
  const message = `must be a whole number from ${from} to ${to}`
  return z
    .string()
    .regex(/^\d+$/, message)
    .transform(Number)
    .refine((number) => number >= from && number <= to, message)
}

/** An address in the web as it is used: read as browsers read it, without what is not seen, and in ASCII. */
const webUrl = (problem: string, fits: (url: URL) => boolean = () => true) =>
  z.string().transform((text, context) => {
    const plain = visibleAddress(text.slice(0, 2_000))
    const url = !/\s/.test(plain) && URL.canParse(plain) ? new URL(plain) : undefined
    const isFit = url && /^https?:$/.test(url.protocol) && !url.username && !url.password && fits(url)
    if (isFit && text.length <= 2_000) return url
    context.addIssue({ code: 'custom', message: problem })
    return z.NEVER
  })

const webOrigin = webUrl(
  'must be an address such as https://example.org, with no path and no password',
  ({ pathname, search, hash }) => pathname === '/' && !search && !hash,
).transform(({ origin }) => origin)

const webAddress = (example: string) =>
  webUrl(`must be an address such as ${example}, with no password`).transform(({ href }) => href)

const url = (protocols: string[], example: string) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `must be an address such as ${example}`,
    )

// An address, with a name before it or without.
const sender = z
  .string()
  .refine(
    (text) =>
      text.length <= 320 &&
      !/\p{Cc}/u.test(text) &&
      /^([^\s@<>]+@[^\s@<>]+|[^<>]*<[^\s@<>]+@[^\s@<>]+>)$/.test(text.trim()),
    'must be an e-mail address, or a name and an address: Chapterhouse <no-reply@example.org>',
  )

// Read as the page of sign-in reads it: what is kept otherwise could not be typed there.
const mailbox = z.string().transform((text, context) => {
  const read = readEmail(text, { characters: 254 })
  if (read.ok) return read.email.toLowerCase()
  context.addIssue({ code: 'custom', message: 'must be an e-mail address of at most 254 characters' })
  return z.NEVER
})

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
