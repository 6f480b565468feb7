import type { Notified } from './port'

interface Posted {
  url: string
  type: string
  body: string
  deadlineMs: number
}

// What these answers mean does not change by asking again; a key that is not known yet (403) or too many (429) may.
const hopeless = [400, 404, 410, 422]

/** Posts once. Answers of our own making are no secret, but a listener's answer is nothing we would repeat. */
export async function post(
  { url, type, body, deadlineMs }: Posted,
  signal = new AbortController().signal,
): Promise<Notified> {
  const response = await fetch(url, {
    method: 'POST',
    body,
    redirect: 'error' as const,
    headers: { 'content-type': type },
    signal: AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]),
  })
  await response.body?.cancel()
  if (response.ok) return 'notified'
  if (hopeless.includes(response.status)) return 'refused'
  throw Object.assign(new Error('A listener did not take the news'), { code: `HTTP ${response.status}` })
}
