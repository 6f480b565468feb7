import { z } from 'zod'
import { problem } from '@/lib/i18n/statements/statement'
import type { HttpAnswer } from './request'
import type { SpamAccount } from '../port'

interface Review {
  key: string
  url: string
  siteUrl: string
  deadlineMs: number
  now: Date
  redact: (text: string) => string
  verify: () => Promise<HttpAnswer>
}

/** Is the key good, how much of the plan is used, and how right has Akismet been this month and the last? */
export async function reviewAccount(review: Review): Promise<SpamAccount> {
  const { now, redact } = review
  try {
    const answer = await review.verify()
    const word = answer.text.trim()
    if (answer.status !== 200 || (word !== 'valid' && word !== 'invalid'))
      return { key: 'unknown', problem: problem('account-unclear', { status: answer.status }) }
    if (word === 'invalid') {
      const help = answer.headers['x-akismet-debug-help']
      return { key: 'invalid', ...(help && { problem: problem('note', { text: redact(String(help)) }) }) }
    }
    const [usage, ...months] = await Promise.all([
      usageLimit(review),
      ...[0, 1].map((back) => keySites(review, monthBefore(now, back))),
    ])
    return { key: 'valid', ...(usage && { usage }), months: months.filter((month) => month !== undefined) }
  } catch (error) {
    const message = redact(error instanceof Error ? error.message : String(error))
    return { key: 'unknown', problem: problem('akismet-unreachable', { error: message }) }
  }
}

const usageShape = z.object({
  limit: z.union([z.number(), z.literal('none')]),
  usage: z.coerce.number(),
  percentage: z.coerce.number(),
  throttled: z.boolean(),
  upgrade: z
    .object({ url: z.httpUrl().transform((url) => new URL(url).href) })
    .optional()
    .catch(undefined),
})

async function usageLimit(review: Review): Promise<SpamAccount['usage']> {
  const read = usageShape.safeParse(await get(review, 'usage-limit', { extended: 'true' }))
  if (!read.success) return undefined
  const { limit, usage: calls, percentage, throttled, upgrade } = read.data
  return {
    limit: limit === 'none' ? null : limit,
    calls,
    percentage,
    throttled,
    ...(upgrade && { url: upgrade.url }),
  }
}

const figure = z.coerce.number().catch(0)
const siteShape = z.object({
  api_calls: figure,
  spam: figure,
  ham: figure,
  missed_spam: figure,
  false_positives: figure,
})

async function keySites(review: Review, month: string) {
  const order = { order: 'total', limit: '500', offset: '0' }
  const answer = z
    .record(z.string(), z.unknown())
    .safeParse(await get(review, 'key-sites', { month, format: 'json', ...order }))
  const sites = z.array(siteShape).safeParse(answer.data?.[month])
  if (!sites.success) return undefined
  const sum = (name: keyof z.infer<typeof siteShape>) =>
    sites.data.reduce((total, site) => total + site[name], 0)
  return {
    month,
    calls: sum('api_calls'),
    spam: sum('spam'),
    ham: sum('ham'),
    missedSpam: sum('missed_spam'),
    falsePositives: sum('false_positives'),
  }
}

// What is only nice to know: no answer, or a strange one, is no error.
async function get(
  { key, url, deadlineMs }: Review,
  call: string,
  query: Record<string, string>,
): Promise<unknown> {
  const address = new URL(`/1.2/${call}?${new URLSearchParams({ api_key: key, ...query })}`, url)
  try {
    const answer = await fetch(address, {
      signal: AbortSignal.timeout(deadlineMs),
      redirect: 'error',
      headers: { connection: 'close' }, // once every six hours: no reason to keep it open
    })
    return answer.ok ? JSON.parse((await answer.text()).slice(0, 1_000_000)) : undefined
  } catch {
    return undefined
  }
}

const monthBefore = (now: Date, back: number) =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)).toISOString().slice(0, 7)
