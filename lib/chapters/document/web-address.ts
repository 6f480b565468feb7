import { visibleAddress } from '@/lib/kernel/text/web-address'

const protocols = ['http:', 'https:', 'mailto:']

/**
 * May a chapter link there? Web pages and mail addresses only; without what is not seen, and spelled as `URL`
 * understands it.
 */
export function webAddress(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 2_000) return undefined
  const plain = visibleAddress(value)
  if (!URL.canParse(plain)) return undefined
  const url = new URL(plain)
  return protocols.includes(url.protocol) && !url.username && !url.password ? url.href : undefined
}
