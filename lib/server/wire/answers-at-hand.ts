import { chooseCoding, hasIt } from '../documents/document'
import { cachingOf, sharedForASecond } from '../documents/pages'
import { siteHeaders } from '../http/headers'
import type { SiteServerOptions } from '../routes/route'
import type { PlainRequest } from './plain-request'
import type { Moment } from './whole-answer'

/** The whole answer to a plain request, when nothing has to be done for it but to send it. */
export type AnswerAtHand = (request: PlainRequest) => Buffer | undefined

/** Answers from the pages and files in memory, with the very bytes that the site's server would send. */
export function answersAtHand({
  door,
  files,
  siteUrl,
  keepAliveTimeout,
}: Pick<SiteServerOptions, 'door' | 'files' | 'siteUrl'> & { keepAliveTimeout: number }): AnswerAtHand {
  const { common, reading } = siteHeaders(siteUrl)
  const keepAlive = Math.floor(keepAliveTimeout / 1_000)
  let moment: Moment | undefined

  function momentWith(caching: Moment['caching']): Moment {
    const second = Math.floor(Date.now() / 1_000)
    if (moment?.caching !== caching || moment.second !== second)
      moment = { common, fields: reading, caching, second, keepAlive }
    return moment
  }

  return ({ url, isHead, acceptEncoding, ifNoneMatch }) => {
    // Who searches is counted.
    if (url.includes('/search?')) return undefined
    const document = door.inMemory(url)
    if (!document) {
      const forms = files.atHand(url, acceptEncoding, momentWith(sharedForASecond()))
      return isHead ? forms?.head : forms?.whole
    }
    const coding = chooseCoding(acceptEncoding)
    const { bytes } = document
    const forms = document.onTheWire(coding, momentWith(cachingOf({ door }, document)))
    if (document.bytes !== bytes) door.grown(url, document)
    if (document.isToOffer) door.given(url, document)
    if (hasIt(ifNoneMatch, document.etag(coding))) return forms?.unchanged
    return isHead ? forms?.head : forms?.whole
  }
}
