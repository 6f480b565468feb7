import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { addressOf, filledForm, send, type OpenChapter } from '@/e2e/rig/reader'
import { inRoot } from '@/e2e/rig/server-process'
import { temporaryFolder } from '@/lib/db/postgres/temporary-folder'
import { wrk } from './load'

interface Sent {
  perSecond: number
  p50: number
  p99: number
  accepted: number
  firstRefusal?: string
}

type Form = Awaited<ReturnType<typeof filledForm>>

/** Sends `count` comments over several connections, each with a calculation of its own that was solved before the clock starts. */
export async function commentLoad(open: OpenChapter, { count = 3_000, connections = 16 } = {}) {
  const forms: Form[] = []
  while (forms.length < count) {
    const batch = Array.from({ length: 50 }, (_, place) =>
      filledForm(open, `Bench comment ${forms.length + place}: the log was kept.`),
    )
    forms.push(...(await Promise.all(batch)))
  }
  await pause(3_100)

  const sent = wrk ? await byWrk(wrk, open, forms, connections) : await byOurselves(open, forms, connections)
  return { keys: forms.map(({ submission_key: key }) => key), ...sent }
}

async function byWrk(
  program: string,
  open: OpenChapter,
  forms: readonly Form[],
  connections: number,
): Promise<Sent> {
  const { folder, remove } = temporaryFolder('bench-comments')
  const file = path.join(folder, 'forms')
  const lineOf = (form: Form) => `${addressOf(form.submission_key)}\t${new URLSearchParams(form).toString()}`
  writeFileSync(file, forms.map(lineOf).join('\n'))
  const script = inRoot('scripts', 'bench', 'comments.lua')
  const sending = promisify(execFile)(program, [
    ...['-t', '1', '-c', String(connections), '-d', '120s', '--latency', '-s', script, open.url],
    ...['--', file, open.action, open.url],
  ])
  sending.child.stdout!.on('data', (text: string) => {
    if (text.includes('ANSWERED')) sending.child.kill('SIGINT')
  })
  const { stdout } = await sending
  remove()
  const result = /^RESULT (\d+) ([\d.]+) ([\d.]+) ([\d.]+) (.*)$/m.exec(stdout)
  if (!result) throw new Error(`wrk did not say what became of the comments: ${stdout}`)
  const [accepted, seconds, p50, p99] = result.slice(1, 5).map(Number) as [number, number, number, number]
  return {
    perSecond: forms.length / seconds,
    p50,
    p99,
    accepted,
    firstRefusal: result[5] || undefined,
  }
}

async function byOurselves(open: OpenChapter, forms: readonly Form[], connections: number): Promise<Sent> {
  const times: number[] = []
  const refused: string[] = []
  let next = 0
  const start = performance.now()
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (next < forms.length) {
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
  const quantile = (share: number) => times[Math.floor(times.length * share)]!
  return {
    perSecond: forms.length / seconds,
    p50: quantile(0.5),
    p99: quantile(0.99),
    accepted: forms.length - refused.length,
    firstRefusal: refused[0],
  }
}
