import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** What this process holds when nothing is left over: bytes of objects and strings, and of buffers. */
export function heldMemory() {
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
  const { heapUsed, external } = process.memoryUsage()
  return { heapUsed, external }
}

/** A part of a much longer text, as a request is of what came in one packet: as long as it is held, so is the rest. */
export const partOfMuch = (part: string) => `${'x'.repeat(60_000)}${part}`.slice(60_000)
