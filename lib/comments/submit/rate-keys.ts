import { createHmac } from 'node:crypto'
import type { HoldCode } from '@/lib/i18n/statements/codes'
import { addressKey } from '@/lib/kernel/address-key'
import type { Discussion } from '../discussion/settings'

// Hashed with the site's secret: the table of paces is no list of who was here.
const hashed = (secret: string, kind: string, value: string) =>
  createHmac('sha256', secret).update(`chapterhouse pace ${kind}\0${value}`).digest('base64url').slice(0, 22)

/** Under which key comments from an address are counted; an IPv6 /64 is one address. */
export const addressPace = (secret: string, ip: string) => hashed(secret, 'address', addressKey(ip))

/** Under which key comments of one person are counted; without an e-mail address there is only the name. */
export const authorPace = (secret: string, { email, name }: { email: string; name: string }) =>
  email ? hashed(secret, 'email', email.toLowerCase()) : hashed(secret, 'name', name)

/** Must a comment wait for a person because so many came in the last minute? */
export const heldFor = (
  { siteHoldsAt, chapterHoldsAt }: Pick<Discussion, 'siteHoldsAt' | 'chapterHoldsAt'>,
  lastMinute: { site: number; chapter: number },
): HoldCode | undefined =>
  lastMinute.site >= siteHoldsAt || lastMinute.chapter >= chapterHoldsAt ? 'flood' : undefined
