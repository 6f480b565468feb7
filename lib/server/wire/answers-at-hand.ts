import { chooseCoding, hasIt } from '../documents/document'
import { cachingOf } from '../documents/pages'
import { siteHeaders } from '../http/headers'
import type { SiteServerOptions } from '../routes/route'
import type { PlainRequest } from './plain-request'
import type { Moment } from './whole-answer'

/** The whole answer to a plain request, when nothing has to be done for it but to send it. */
export type AnswerAtHand = (request: PlainRequest) => Buffer | undefined

/** Answers from the pages in memory, with the very bytes that the site's server would send. */
export function answersAtHand({
  door,
  siteUrl,
  keepAliveTimeout,
}: Pick<SiteServerOptions, 'door' | 'siteUrl'> & { keepAliveTimeout: number }): AnswerAtHand {
  const fields = siteHeaders(siteUrl).reading
  const keepAlive = Math.floor(keepAliveTimeout / 1_000)
  let moment: Moment | undefined
  return ({ url, isHead, acceptEncoding, ifNoneMatch }) => {
    // Who searches is counted.
    if (url.includes('/search?')) return undefined
    const document = door.inMemory(url)
    if (document?.status !== 200) return undefined
    const coding = chooseCoding(acceptEncoding)
    const caching = cachingOf({ door }, document)
    const second = Math.floor(Date.now() / 1_000)
    if (moment?.caching !== caching || moment.second !== second)
      moment = { fields, caching, second, keepAlive }
    const { bytes } = document
    const answer = document.onTheWire(coding, moment)
    if (document.bytes !== bytes) door.grown(url, document)
    if (hasIt(ifNoneMatch, document.etag(coding))) return answer?.unchanged
    return isHead ? answer?.head : answer?.whole
  }
}
