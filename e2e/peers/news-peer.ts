import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface NewsPeer {
  url: string
  /** What it answers next. */
  status: number
  received: { type: string; body: string }[]
  stop(): Promise<void>
}

/** A server on loopback in the place of IndexNow's or a hub's; records what it is told. */
export async function startNewsPeer(): Promise<NewsPeer> {
  const received: NewsPeer['received'] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (part: string) => (body += part))
    request.on('end', () => {
      if (request.method === 'POST') received.push({ type: request.headers['content-type'] ?? '', body })
      if (peer.status === 0) return void request.socket.destroy()
      response.writeHead(peer.status).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const peer: NewsPeer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/told`,
    status: 202,
    received,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return peer
}
