import { createRequire } from 'node:module'

export interface HttpAnswer {
  status: number
  text: string
  headers: Record<string, string | string[] | undefined>
}

/**
 * Runs a call of akismet-api that makes one request, and answers what came back, whatever akismet-api makes of
 * it. The package gives no way to its requests, but asks superagent's `post` for each of them while it is being
 * called: during that call, and not longer, `post` hands out requests that have a deadline, do not follow
 * redirects, take any status for an answer and read at most 64 KiB.
 */
export function requestOnce(
  call: () => Promise<unknown>,
  { deadlineMs, signal }: { deadlineMs: number; signal?: AbortSignal },
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const { post } = superagent
    superagent.post = (url) => {
      const request = post(url)
        .timeout({ deadline: deadlineMs })
        .redirects(0)
        .ok(() => true)
        .buffer(true)
        .parse(superagent.parse.text)
        .maxResponseSize(64 * 1024)
      request.on('response', ({ status, text, headers }) => resolve({ status, text: text ?? '', headers }))
      const stop = () => {
        request.abort()
        reject(new Error('given up'))
      }
      if (signal?.aborted) queueMicrotask(stop)
      signal?.addEventListener('abort', stop, { once: true })
      return request
    }
    try {
      // An answer that akismet-api cannot use rejects here after it has resolved above: that changes nothing.
      call().catch(reject)
    } finally {
      superagent.post = post
    }
  })
}

interface Request {
  timeout(options: { deadline: number }): Request
  redirects(count: number): Request
  ok(accept: () => boolean): Request
  buffer(whole: boolean): Request
  parse(parser: unknown): Request
  maxResponseSize(bytes: number): Request
  abort(): void
  on(event: 'response', listener: (answer: HttpAnswer) => void): void
}

const require = createRequire(import.meta.url)
const superagent = createRequire(require.resolve('akismet-api'))('superagent') as {
  post: (url: string) => Request
  parse: { text: unknown }
}
