import { log } from '@/lib/kernel/log'
import type { Document } from './document'

interface WarmUp {
  /** Makes the page at a path, or has it. */
  get: (path: string) => Document | Promise<Document>
  /** A form of it for the wire was made: count it. */
  grown: (path: string, document: Document) => void
  /** What to make, most wanted first; looked up when it is time to. */
  paths: readonly (() => Promise<string[]>)[]
  /** How long readers may be kept waiting for it: milliseconds. */
  patience: number
}

/**
 * Makes pages before the first reader asks: they take a second or two each while the program's own code is cold. As
 * many as fit into the time, one after the other; whatever fails is left to who asks for it.
 */
export async function warmUp({ get, grown, paths, patience }: WarmUp): Promise<number> {
  let isLate = false
  let made = 0
  const timer = Promise.withResolvers<void>()
  const late = setTimeout(() => {
    isLate = true
    timer.resolve()
  }, patience)
  const work = async () => {
    for (const some of paths)
      for (const path of await some()) {
        if (isLate) return
        const document = await get(path)
        if (document.status !== 200) continue
        await Promise.all([document.body('br'), document.body('gzip')])
        grown(path, document)
        made += 1
      }
  }
  const working = work().catch((error: unknown) =>
    log.warn({ err: error }, 'not all pages could be made ready'),
  )
  await Promise.race([working, timer.promise])
  clearTimeout(late)
  return made
}
