import { signedIn } from './signed-in'
import { figuresOf, startReading, type ReadingFigures } from './steady-reading'

export interface BesideTheDesk {
  quiet: ReadingFigures
  busy: ReadingFigures
  /** The pages of the desk that were asked for. */
  clicks: ReadingFigures
  /** How often readers and editors had an answer of each kind; 200 only for a whole page, 0 for none. */
  readings: Record<number, number>
  pages: Record<number, number>
}

interface Wish {
  url: string
  editors: { email: string; password: string }[]
  /** What readers read. */
  pages: string[]
  /** Seconds of reading while the desk is quiet, and as many while it is busy. */
  seconds: number
  rate: number
}

/** Reads at a steady rate while nobody is at the desk, and then while editors click through its lists without a pause. */
export async function readBesideTheDesk({
  url,
  editors,
  pages,
  seconds,
  rate,
}: Wish): Promise<BesideTheDesk> {
  const cookies: string[] = []
  for (const one of editors) cookies.push(await signedIn(url, one))
  // What such pages need is loaded.
  for (const path of desk)
    await fetch(url + path, { headers: { cookie: cookies[0]! } }).then((answer) => answer.text())
  for (const path of pages) await fetch(url + path).then((answer) => answer.text())

  const reading = startReading(
    pages.map((path) => [url + path, 1] as const),
    { rate, connections: 64 },
  )
  const pause = () => new Promise((resolve) => setTimeout(resolve, seconds * 1_000))
  await pause() // until the reader is as fast as it can be
  const times = [Date.now()]
  await pause()
  times.push(Date.now())
  const clicking = clickThrough(url, cookies)
  await pause()
  times.push(Date.now())
  const clicks = await clicking.stop()
  const readings = await reading.stop()
  const between = (from: number, to: number) => readings.filter(({ due }) => due >= from && due < to)
  return {
    quiet: figuresOf(between(times[0]!, times[1]!)),
    busy: figuresOf(between(times[1]!, times[2]!)),
    clicks: figuresOf(clicks),
    readings: countByStatus(readings),
    pages: countByStatus(clicks),
  }
}

const countByStatus = (answers: { status: number }[]) => {
  const counts: Record<number, number> = {}
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

const desk = [
  '/desk',
  '/desk/queue',
  '/desk/chapters',
  '/desk/queue?status=approved',
  '/desk/queue?status=spam',
]

/** Editors who open one page of the desk after the other, and what its lists lead to: each from an address of their own. */
function clickThrough(url: string, cookies: string[]) {
  let isOver = false
  const clicks: { took: number; status: number }[] = []
  const click = async (cookie: string, place: number, path: string) => {
    const begun = performance.now()
    const answer = await fetch(url + path, {
      headers: { cookie, accept: 'text/html', 'x-forwarded-for': `198.51.100.${place + 1}` },
    })
    const page = await answer.text()
    const isWhole = answer.status !== 200 || page.includes('</html>')
    clicks.push({ took: performance.now() - begun, status: isWhole ? answer.status : 0 })
    return page
  }
  const editing = cookies.map(async (cookie, place) => {
    for (let at = place; !isOver; at++) {
      const list = await click(cookie, place, desk[at % desk.length]!)
      const links = [...list.matchAll(/href="(\/desk\/(?:queue\/|chapters\/|queue\?|chapters\?)[^"#]+)"/g)]
      const link = links.length > 0 && !isOver ? links[at % links.length]![1]! : undefined
      if (link) await click(cookie, place, link.replaceAll('&amp;', '&'))
    }
  })
  return {
    async stop() {
      isOver = true
      await Promise.all(editing)
      return clicks
    },
  }
}
