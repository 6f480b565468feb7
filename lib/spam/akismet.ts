import { AkismetClient } from 'akismet-api'
import { requestOnce, type HttpAnswer } from './akismet-request'
import type { SpamAnswer, SpamChecker, SpamSubmission } from './port'

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
 * and the key kept out of every error. The key travels in the body (`api_key`, as Akismet asks for today)
 * and not in the host name, where DNS and error messages would repeat it.
 */
export function akismet({ key, url, siteUrl, deadlineMs = 5_000 }: AkismetOptions): SpamChecker {
  const redact = (text: string) => text.replaceAll(key, '[key]').replace(/\s+/g, ' ').trim().slice(0, 300)

  const ask = async (
    call: 'checkSpam' | 'submitSpam' | 'submitHam',
    submission: SpamSubmission,
    signal?: AbortSignal,
  ) => {
    const client = clientFor(submission, { key, url, siteUrl })
    try {
      return await requestOnce(() => client[call](fieldsOf(submission)), { deadlineMs, signal })
    } catch (error) {
      // Made anew: the original holds the request, and that holds the key.
      throw new Error(redact(error instanceof Error ? error.message : String(error)))
    }
  }

  return {
    name: 'akismet',
    async check(submission, signal) {
      try {
        return verdictOf(await ask('checkSpam', submission, signal), redact)
      } catch (error) {
        return { verdict: 'unknown', why: `Akismet could not be asked: ${(error as Error).message}` }
      }
    },
    async teach(submission, as) {
      const answer = await ask(as === 'spam' ? 'submitSpam' : 'submitHam', submission)
      if (answer.status === 200 && answer.text.trim().startsWith('Thanks for making the web a better place'))
        return
      throw new Error(`Akismet did not take the feedback: ${said(answer, redact)}`)
    },
  }
}

function verdictOf(answer: HttpAnswer, redact: (text: string) => string): SpamAnswer {
  const { status, headers } = answer
  const body = answer.text.trim()
  const header = (name: string) => (headers[name] === undefined ? undefined : redact(String(headers[name])))
  const extras: Omit<SpamAnswer, 'verdict' | 'why'> = {}
  const guid = header('x-akismet-guid')
  if (guid) extras.guid = guid
  const alertCode = header('x-akismet-alert-code')
  if (alertCode) extras.alert = { code: alertCode, message: header('x-akismet-alert-msg') ?? '' }

  if (status === 200 && body === 'true') {
    const discard = header('x-akismet-pro-tip') === 'discard'
    return discard
      ? { verdict: 'discard', why: 'Akismet is sure that this is spam', ...extras }
      : { verdict: 'spam', why: 'Akismet takes this for spam', ...extras }
  }
  if (status === 200 && body === 'false') {
    const seconds = Number(header('x-akismet-recheck-after'))
    if (seconds > 0) extras.recheckAfter = seconds
    return { verdict: 'ham', why: 'Akismet sees no spam', ...extras }
  }
  if (body === 'invalid') extras.alert ??= { code: 'invalid', message: 'Akismet does not know the key' }
  return { verdict: 'unknown', why: `Akismet gave no verdict: ${said(answer, redact)}`, ...extras }
}

const said = ({ status, text, headers }: HttpAnswer, redact: (text: string) => string) => {
  const help = headers['x-akismet-debug-help'] ?? headers['x-akismet-error']
  return [`status ${status}`, redact(text).slice(0, 80) || 'empty', help && redact(String(help))]
    .filter(Boolean)
    .join(', ')
}

const fieldsOf = (submission: SpamSubmission) => ({
  user_ip: submission.ip,
  user_agent: submission.userAgent,
  referrer: submission.referrer,
  ...(submission.permalink && { permalink: submission.permalink }),
  comment_type: submission.kind,
  comment_author: submission.name,
  comment_author_email: submission.email,
  ...(submission.url && { comment_author_url: submission.url }),
  comment_content: submission.text,
  comment_date_gmt: submission.sentAt.toISOString(),
  ...(submission.revisedAt && { comment_post_modified_gmt: submission.revisedAt.toISOString() }),
  honeypot_field_name: 'company',
  company: submission.honeypot ?? '',
})

// A client for each request: akismet-api drops every field that it does not know, but sends `requestOpts` whole.
function clientFor(
  { locale, recheck }: SpamSubmission,
  { key, url, siteUrl }: Pick<AkismetOptions, 'key' | 'url' | 'siteUrl'>,
) {
  const { protocol, host } = new URL(url)
  const client = new AkismetClient({
    ...{ key, blog: siteUrl, lang: locale, charset: 'UTF-8', host, protocol: protocol.slice(0, -1) },
    userAgent: 'Chapterhouse/0.1 | akismet-api/6.0.0',
  }) as AkismetClient & { endpoint: string; rootEndpoint: string; requestOpts: Record<string, string> }
  client.endpoint = client.rootEndpoint
  client.requestOpts = { ...client.requestOpts, api_key: key, ...(recheck && { recheck_reason: 'retry' }) }
  return client
}
