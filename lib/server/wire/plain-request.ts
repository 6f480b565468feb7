/** A request to which something in memory may be the answer: GET or HEAD, without a body, written in the plainest way. */
export interface PlainRequest {
  isHead: boolean
  url: string
  acceptEncoding: string | undefined
  ifNoneMatch: string | undefined
  /** Where the next request begins. */
  end: number
}

/**
 * Reads the request that begins at this place of what a client has sent (as latin1), if it is a plain one and all of it
 * is there. Everything else is for Node's parser, also what is to be refused. So that both never see different requests
 * in the same bytes, nothing is taken here that could be read in two ways: there is one form of blank and of line end, no
 * character beyond visible ASCII, and no header that is not known to say nothing of where a request ends.
 */
export function readPlainRequest(text: string, start: number): PlainRequest | undefined {
  requestLine.lastIndex = start
  const [, method, url] = requestLine.exec(text) ?? []
  if (!url) return undefined
  let host: string | undefined
  let acceptEncoding: string | undefined
  let ifNoneMatch: string | undefined
  let at = requestLine.lastIndex
  while (!text.startsWith('\r\n', at)) {
    headerLine.lastIndex = at
    const [, written, value] = headerLine.exec(text) ?? []
    if (!value) return undefined
    const name = written!.toLowerCase()
    if (name === 'host') {
      if (host !== undefined) return undefined
      host = value
    } else if (name === 'accept-encoding') {
      if (acceptEncoding !== undefined) return undefined
      acceptEncoding = value
    } else if (name === 'if-none-match') {
      if (ifNoneMatch !== undefined) return undefined
      ifNoneMatch = value
    } else if (name === 'connection') {
      if (!keepAlive.test(value)) return undefined
    } else if (!harmless.has(name)) return undefined
    at = headerLine.lastIndex
  }
  const end = at + 2
  if (host === undefined || end - start > longest) return undefined
  return { isHead: method === 'HEAD', url, acceptEncoding, ifNoneMatch, end }
}

// Half of what Node takes: whoever sends more is told so by Node.
const longest = 8 * 1_024

const requestLine = /(GET|HEAD) (\/[\x21-\x7e]*) HTTP\/1\.1\r\n/y
const headerLine = /([A-Za-z-]+): ([\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?)\r\n/y
const keepAlive = /^keep-alive$/i

/** What browsers, crawlers and proxies say with every page they ask for, and what changes no page in memory. */
const harmless = new Set([
  ...[
    'accept',
    'accept-language',
    'cache-control',
    'cookie',
    'dnt',
    'forwarded',
    'from',
    'if-modified-since',
  ],
  ...['origin', 'pragma', 'priority', 'purpose', 'referer', 'save-data', 'sec-ch-ua', 'sec-ch-ua-mobile'],
  ...[
    'sec-ch-ua-platform',
    'sec-fetch-dest',
    'sec-fetch-mode',
    'sec-fetch-site',
    'sec-fetch-user',
    'sec-gpc',
  ],
  ...['sec-purpose', 'upgrade-insecure-requests', 'user-agent', 'via', 'x-forwarded-for', 'x-forwarded-host'],
  ...['x-forwarded-port', 'x-forwarded-proto', 'x-real-ip'],
])
