import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** A port that nobody uses: the one wished for, if that is so within a second. */
export async function freePort(wish = 0): Promise<number> {
  // Whoever has just ended may hold it a moment longer.
  for (let attempt = 0; wish && attempt < 10; attempt++) {
    const port = await listened(wish).catch(() => 0)
    if (port) return port
    await pause(100)
  }
  return listened(0)
}

function listened(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(port, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
