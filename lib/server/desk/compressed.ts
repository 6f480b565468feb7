import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { constants } from 'node:zlib'
import compression from 'compression'

// The library's types are written for Express, the library is not: it takes any request of Node.
type Compress = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

// At 5 a queue of a hundred comments is half of what gzip makes of it, in the time that gzip takes.
const compress = compression({
  level: 6,
  brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
}) as unknown as Compress

/**
 * Compresses what Next answers, by brotli where that is accepted. Next's own compression knows gzip alone. What is sent
 * bit by bit to a reader who waits for it says `Cache-Control: no-transform`, and is left as it is.
 */
export const compressed =
  (application: RequestListener): RequestListener =>
  (request, response) =>
    compress(request, response, () => application(request, response))
