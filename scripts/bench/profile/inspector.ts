import { setTimeout as pause } from 'node:timers/promises'

/** As the inspector gives it (Chrome DevTools Protocol, Profiler.Profile). */
export interface Profile {
  nodes: {
    id: number
    callFrame: { functionName: string; url: string; lineNumber: number; columnNumber: number }
  }[]
  /** The node in which each sample was taken, and the microseconds before it. */
  samples: number[]
  timeDeltas: number[]
}

/** Samples a process of Node that was started with `--inspect=127.0.0.1:port`. */
export async function startProfiler(port: number) {
  const socket = new WebSocket(await addressOf(port))
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', () => reject(new Error('the inspector does not answer')))
  })
  const waiting = new Map<number, (answer: unknown) => void>()
  socket.addEventListener('message', ({ data }) => {
    const { id, result } = JSON.parse(String(data)) as { id?: number; result?: unknown }
    if (id !== undefined) waiting.get(id)?.(result)
  })
  let last = 0
  const ask = (method: string, params: object = {}) =>
    new Promise<unknown>((resolve) => {
      const id = ++last
      waiting.set(id, resolve)
      socket.send(JSON.stringify({ id, method, params }))
    })
  await ask('Profiler.enable')
  await ask('Profiler.setSamplingInterval', { interval: 500 })
  return {
    start: () => ask('Profiler.start'),
    stop: async () => ((await ask('Profiler.stop')) as { profile: Profile }).profile,
    close: () => socket.close(),
  }
}

async function addressOf(port: number): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const list = await fetch(`http://127.0.0.1:${port}/json/list`).then(
      (answer) => answer.json() as Promise<{ webSocketDebuggerUrl: string }[]>,
      () => [],
    )
    if (list[0]) return list[0].webSocketDebuggerUrl
    await pause(100)
  }
  throw new Error(`no inspector at ${port}`)
}
