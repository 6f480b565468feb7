import { createHmac, timingSafeEqual } from 'node:crypto'
import { dashed } from '@/lib/kernel/ids'

/** What a link to a comment of one's own lets one do. */
export type LinkPurpose = 'status' | 'confirm' | 'stop' | 'stop-all' | 'everything' | 'never'

// The first byte of a token; never change what a letter stands for.
const letters: Record<LinkPurpose, string> = {
  status: 's',
  confirm: 'c',
  stop: 'x',
  'stop-all': 'a',
  // Everything of an address: only ever mailed to it.
  everything: 'e',
  // The id is an address's key and not a comment's.
  never: 'n',
}
const sealBytes = 16

/** The secret part of a link to somebody's own comment: it needs no account and no record. */
export function statusToken(secret: string, commentId: string, purpose: LinkPurpose = 'status'): string {
  const body = Buffer.concat([
    Buffer.from(letters[purpose]),
    Buffer.from(commentId.replaceAll('-', ''), 'hex'),
  ])
  return Buffer.concat([body, seal(secret, body)]).toString('base64url')
}

/** Which comment a token is for, and what it lets one do; nothing when it is not ours. */
export function readStatusToken(
  secret: string,
  token: unknown,
): { commentId: string; purpose: LinkPurpose } | undefined {
  if (typeof token !== 'string' || !looksLikeToken(token)) return undefined
  const bytes = Buffer.from(token, 'base64url')
  const body = bytes.subarray(0, -sealBytes)
  if (!timingSafeEqual(bytes.subarray(-sealBytes), seal(secret, body))) return undefined
  const purpose = (Object.keys(letters) as LinkPurpose[]).find(
    (one) => letters[one].charCodeAt(0) === body[0],
  )
  const id = body.subarray(1).toString('hex')
  return purpose && { purpose, commentId: dashed(id) }
}

/** Could this part of an address be a token? Its 44 signs are 33 bytes and no bit more: nobody can spell one otherwise. */
export const looksLikeToken = (text: string) => /^[\w-]{44}$/.test(text)

/**
 * Stands in a chapter's address when a plain form has been received. Whoever copies that address gives nothing away:
 * it says which comment was received for two minutes only, which is as long as the answer needs to arrive. The chapter
 * is sealed with it: at another one's address it says nothing.
 */
export function receivedToken(secret: string, received: Received, now: number): string {
  const { commentId, chapterId } = received
  const body = Buffer.concat([
    Buffer.from('r'),
    Buffer.alloc(6),
    Buffer.from(commentId.replaceAll('-', ''), 'hex'),
  ])
  body.writeUIntBE(now, 1, 6)
  return Buffer.concat([body, seal(secret, body, chapterId)]).toString('base64url')
}

interface Received {
  commentId: string
  chapterId: string
}

/** Which comment of a chapter has just been received; nothing when that was a while ago, elsewhere, or never. */
export function readReceivedToken(
  secret: string,
  { token, chapterId }: { token: string; chapterId: string },
  now: number,
): string | undefined {
  const bytes = Buffer.from(token, 'base64url')
  const body = bytes.subarray(0, -sealBytes)
  if (body.length !== 23 || body[0] !== 'r'.charCodeAt(0)) return undefined
  if (!timingSafeEqual(bytes.subarray(-sealBytes), seal(secret, body, chapterId))) return undefined
  return Math.abs(now - body.readUIntBE(1, 6)) < receivedFor
    ? dashed(body.subarray(7).toString('hex'))
    : undefined
}
const receivedFor = 120_000

const seal = (secret: string, body: Buffer, where = '') =>
  createHmac('sha256', secret)
    .update('chapterhouse comment link\0')
    .update(body)
    .update(where)
    .digest()
    .subarray(0, sealBytes)
