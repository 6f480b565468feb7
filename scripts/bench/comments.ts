import { setTimeout as pause } from 'node:timers/promises'
import { filledForm, send, type OpenChapter } from '@/e2e/rig/reader'

/** Sends `count` comments over several connections, each with a calculation of its own that was solved before the clock starts. */
export async function commentLoad(open: OpenChapter, { count = 3_000, connections = 16 } = {}) {
  const forms: Awaited<ReturnType<typeof filledForm>>[] = []
  while (forms.length < count) {
    const batch = Array.from({ length: 50 }, (_, place) =>
      filledForm(open, `Bench comment ${forms.length + place}: the log was kept.`),
    )
    forms.push(...(await Promise.all(batch)))
  }
  await pause(3_100)

  const times: number[] = []
  const refused: string[] = []
  let next = 0
  const start = performance.now()
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (next < count) {
        const form = forms[next++]!
        const begun = performance.now()
        const { status, body } = await send(open, form)
        times.push(performance.now() - begun)
        if (status !== 200) refused.push(`${status} ${body}`)
      }
    }),
  )
  const seconds = (performance.now() - start) / 1000
  times.sort((a, b) => a - b)
  return {
    keys: forms.map(({ submission_key: key }) => key),
    perSecond: count / seconds,
    p50: times[Math.floor(times.length * 0.5)]!,
    p99: times[Math.floor(times.length * 0.99)]!,
    refused,
  }
}
