import { isIP } from 'node:net'
import type { StandingKind } from '@/lib/db/generated/enums'
import { neighbourhoodKey } from '@/lib/kernel/address-key'
import { withoutMapping } from '@/lib/kernel/mapped-address'
import { bareHost } from '@/lib/kernel/plain-text/bare-host'
import { isBlank } from '@/lib/kernel/text/shown-text'
import { linkedHostsIn } from '@/lib/spam/words/hosts'
import type { Problems } from './types'

/** What a standing rule can go by, in the form in which it is compared. */
export interface Mark {
  kind: StandingKind
  value: string
}

/** What a comment is, as far as rules about authors, addresses, networks and hosts go by it. */
export interface Marked {
  name: string
  email: string
  url?: string | null
  text: string
  /** Absent: erased. */
  ip?: string
}

/** Everything in a comment that a standing rule can go by. */
export function marksOf({ name, email, url, text, ip }: Marked): Mark[] {
  const author = authorMark({ name, email })
  const hosts = new Set([...linkedHostsIn([url ?? '', text])].map(bareHost))
  return [
    ...(author ? [author] : []),
    ...(ip && isIP(ip) ? [addressMark(ip), networkMark(ip)] : []),
    ...[...hosts].filter((value) => value !== '').map((value): Mark => ({ kind: 'host', value })),
  ]
}

/** By the e-mail address; of who gives none, by the name. Nobody at all has no mark. */
export function authorMark({ name, email }: { name: string; email: string }): Mark | undefined {
  const value = (email || (isBlank(name) ? '' : name)).toLowerCase()
  return value ? { kind: 'author', value } : undefined
}

const addressMark = (ip: string): Mark => ({ kind: 'address', value: withoutMapping(ip).toLowerCase() })
const networkMark = (ip: string): Mark => ({ kind: 'network', value: neighbourhoodKey(ip) })

/** What a standing rule does not take, said beside the field in which it stands: nobody is kept out without a word. */
export function problemOf({ kind, value }: Mark, { email, url }: Pick<Marked, 'email' | 'url'>): Problems {
  if (kind === 'author') return email ? { email: 'refused-email' } : { author: 'refused-name' }
  if (kind !== 'host') return { form: `refused-${kind}` }
  const isOwn = url && marksOf({ name: '', email: '', url, text: '' }).some((mark) => mark.value === value)
  return isOwn ? { url: 'refused-link' } : { comment: 'refused-link' }
}
