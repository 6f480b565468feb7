import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/** How the peer answers: `slow` is right after a second, `hang` never answers. */
export type AkismetMode = keyof typeof answers

interface AkismetRequest {
  path: string
  headers: IncomingMessage['headers']
  fields: Record<string, string>
}

export interface AkismetPeer {
  url: string
  key: string
  setMode(mode: AkismetMode): void
  requests: AkismetRequest[]
  /** Connections that are open at this moment. */
  connections(): number
  stop(): Promise<void>
}

/** A server on loopback that speaks Akismet's protocol (akismet.com/developers) and records what it is asked. */
export async function startAkismetPeer({ key = 'abcdef123456', port = 0 } = {}): Promise<AkismetPeer> {
  let mode: AkismetMode = 'ham'
  const requests: AkismetRequest[] = []
  const sockets = new Set<{ destroy(): void }>()

  const server = createServer((request, response) => {
    void readForm(request).then((fields) => {
      const path = request.url ?? ''
      requests.push({ path, headers: request.headers, fields })
      if (mode === 'hang' || mode === 'close') return (answers[mode] as Answer)(response, fields)
      if (path === '/1.1/verify-key') return send(response, fields.key === key ? 'valid' : 'invalid')
      if (path.startsWith('/1.2/')) return account(response, new URL(path, 'http://peer'), key)
      if (fields.api_key !== key) {
        return send(response, 'invalid', { 'X-akismet-debug-help': 'We were unable to parse your api_key' })
      }
      if (path === '/1.1/comment-check') return answers[mode](response, fields)
      if (/^\/1\.1\/submit-(spam|ham)$/.test(path)) {
        if (thankful.includes(mode)) {
          return send(response, 'Thanks for making the web a better place.')
        }
        return answers[mode](response, fields)
      }
      response.writeHead(404).end()
    })
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))

  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    key,
    requests,
    setMode: (next) => void (mode = next),
    connections: () => sockets.size,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

const thankful: string[] = ['ham', 'spam', 'discard', 'alert', 'recheck', 'mixed', 'overLimit']

// What the account pages say: a plan of 1,000 calls a month, and two sites.
function account(response: ServerResponse, { pathname, searchParams }: URL, key: string) {
  if (searchParams.get('api_key') !== key) return send(response, '{"code":"invalid_key"}', {}, 401)
  const month = searchParams.get('month') ?? ''
  const site = (address: string, calls: number) => ({
    site: address,
    api_calls: calls,
    spam: calls - 10,
    ham: 10,
    missed_spam: 2,
    false_positives: '1',
    is_revoked: false,
  })
  const said: Record<string, unknown> = {
    '/1.2/usage-limit': {
      limit: 1_000,
      usage: 1_200,
      percentage: '120.00',
      throttled: true,
      notice_level: 'exceeded',
      upgrade: { url: 'https://akismet.com/pricing', plan: 'Pro', type: 'qty' },
    },
    '/1.2/key-sites': {
      [month]: [site('example.org', 100), site('example.net', 50)],
      limit: 500,
      offset: 0,
      total: 2,
    },
  }
  const type = { 'Content-Type': 'application/json' }
  return said[pathname]
    ? send(response, JSON.stringify(said[pathname]), type)
    : send(response, '{}', type, 404)
}

type Answer = (response: ServerResponse, fields: Record<string, string>) => void

// Akismet's own words for trying it out: they are spam whatever else is said.
const isGuaranteedSpam = ({ comment_author: author, comment_author_email: email }: Record<string, string>) =>
  ['akismet-guaranteed-spam', 'viagra-test-123'].includes(author ?? '') ||
  email === 'akismet-guaranteed-spam@example.com'

const verdict: Answer = (response, fields) => send(response, isGuaranteedSpam(fields) ? 'true' : 'false')

const answers = {
  ham: verdict,
  spam: (response) => send(response, 'true'),
  discard: (response) => send(response, 'true', { 'X-akismet-pro-tip': 'discard' }),
  slow: (response, fields) => void setTimeout(() => verdict(response, fields), 1_000),
  hang: () => {},
  '500': (response) => send(response, 'true', {}, 500),
  empty: (response) => send(response, ''),
  garbage: (response) => send(response, 'tru\u0000\u0001\ufffd maybe'),
  html: (response) =>
    send(response, '<!doctype html><title>Sign in to the hotel Wi-Fi</title>', {
      'Content-Type': 'text/html',
    }),
  invalid: (response) => send(response, 'invalid', { 'X-akismet-debug-help': 'Empty "api_key" value' }),
  alert: (response, fields) => {
    const extras = {
      'X-akismet-alert-code': '10009',
      'X-akismet-alert-msg': 'Your key is suspended for overuse',
    }
    send(response, isGuaranteedSpam(fields) ? 'true' : 'false', extras)
  },
  overLimit: (response) =>
    send(response, 'false', {
      'X-akismet-alert-code': '10502',
      'X-akismet-alert-msg': 'You are over the limit of your plan',
      'X-akismet-alert-api-calls': '1200',
      'X-akismet-alert-usage-limit': '1000',
      'X-akismet-alert-upgrade-url': 'https://akismet.com/pricing',
    }),
  /** Spam when it says casino; else ham, with a name for each check. */
  mixed: (response, fields) =>
    send(response, /casino/i.test(fields.comment_content ?? '') ? 'true' : String(isGuaranteedSpam(fields)), {
      'X-akismet-guid': `guid-${fields.comment_author ?? ''}`,
    }),
  newline: (response) => send(response, 'true\n'),
  recheck: (response) =>
    send(response, 'false', { 'X-akismet-recheck-after': '120', 'X-akismet-guid': 'a-guid' }),
  limit: (response) => send(response, 'Too many requests', { 'Retry-After': '60' }, 429),
  /** The same, where a minute passes in three seconds. */
  limitShort: (response) => send(response, 'Too many requests', { 'Retry-After': '3' }, 429),
  limitUntil: (response) =>
    send(response, '', { 'Retry-After': new Date(Date.now() + 90_000).toUTCString() }, 429),
  redirect: (response) => send(response, '', { Location: 'https://example.org/' }, 302),
  close: (response) => void response.socket?.destroy(),
  endless: (response) => {
    response.writeHead(200, { 'content-type': 'text/plain' })
    const more = () => {
      while (!response.destroyed && response.write('true '.repeat(2_000)));
      if (!response.destroyed) response.once('drain', more)
    }
    more()
  },
} satisfies Record<string, Answer>

function send(response: ServerResponse, body: string, headers: Record<string, string> = {}, status = 200) {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'X-akismet-server': '192.0.2.1',
    ...headers,
  })
  response.end(body)
}

async function readForm(request: IncomingMessage): Promise<Record<string, string>> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString('utf8')))
}
