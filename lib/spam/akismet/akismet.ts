import { AkismetClient } from 'akismet-api'
import { finding, problem } from '@/lib/i18n/statements/statement'
import { reviewAccount } from './account'
import { retryAfter, said, verdictOf } from './answer'
import { extraFields, fieldsOf } from './fields'
import { requestOnce } from './request'
import { NotTaken, type Report, type SpamChecker, type SpamSubmission } from '../port'

export interface AkismetOptions {
  key: string
  /** https://rest.akismet.com, or a server that speaks the same protocol. */
  url: string
  siteUrl: string
  deadlineMs?: number
}

/**
 * Akismet, by way of akismet-api, which names the fields and makes the requests. What it lacks is added here:
 * a deadline, the headers of the answer, bodies compared without their line ends, thanks read after feedback,
 * the account's state, and the key kept out of every error. The key travels in the body (`api_key`, as Akismet
 * asks for today) and not in the host name, where DNS and error messages would repeat it.
 */
export function akismet({ key, url, siteUrl, deadlineMs = 5_000 }: AkismetOptions): SpamChecker {
  const redact = (text: string) => text.replaceAll(key, '[key]').replace(/\s+/g, ' ').trim().slice(0, 300)

  const ask = async (
    call: 'checkSpam' | 'submitSpam' | 'submitHam' | 'verifyKey',
    submission: SpamSubmission | undefined,
    more: { signal?: AbortSignal; report?: Report } = {},
  ) => {
    const client = clientFor({ key, url, siteUrl })
    if (submission) Object.assign(client.requestOpts, extraFields(submission, siteUrl, more.report))
    try {
      return await requestOnce(
        () => (submission && call !== 'verifyKey' ? client[call](fieldsOf(submission)) : client.verifyKey()),
        { deadlineMs, signal: more.signal },
      )
    } catch (error) {
      // Made anew: the original holds the request, and that holds the key.
      throw new Error(redact(error instanceof Error ? error.message : String(error)))
    }
  }

  return {
    name: 'akismet',
    async check(submission, signal) {
      try {
        return verdictOf(await ask('checkSpam', submission, { signal }), redact)
      } catch (error) {
        const { message } = error as Error
        return { verdict: 'unknown', why: finding('akismet-unreachable', { error: message }) }
      }
    },
    async teach(submission, as, report = {}) {
      const answer = await ask(as === 'spam' ? 'submitSpam' : 'submitHam', submission, { report })
      if (answer.status === 200 && answer.text.trim().startsWith('Thanks for making the web a better place'))
        return
      const { status } = answer
      const text = said(answer, redact)
      const why = text
        ? problem('not-taken', { status, answer: text })
        : problem('not-taken-silent', { status })
      throw new NotTaken(why, retryAfter(answer))
    },
    account: (now) =>
      reviewAccount({
        key,
        url,
        siteUrl,
        deadlineMs,
        now,
        redact,
        verify: () => ask('verifyKey', undefined),
      }),
  }
}

// A client for each request: akismet-api drops every field that it does not know, but sends `requestOpts` whole.
function clientFor({ key, url, siteUrl }: Pick<AkismetOptions, 'key' | 'url' | 'siteUrl'>) {
  const { protocol, host } = new URL(url)
  const client = new AkismetClient({
    key,
    blog: siteUrl,
    charset: 'UTF-8',
    host,
    protocol: protocol.slice(0, -1),
    userAgent: 'Chapterhouse/0.1 | akismet-api/6.0.0',
  }) as AkismetClient & { endpoint: string; rootEndpoint: string; requestOpts: Record<string, string> }
  client.endpoint = client.rootEndpoint
  client.requestOpts = { ...client.requestOpts, api_key: key }
  return client
}
