import type { Server } from 'node:http'

/** Stops taking requests, waits for those in flight (20 s at most, and not at all in a hurry), then cuts what is left. */
export async function closeServers(servers: Server[], hurry?: AbortSignal, patience = 20_000) {
  const closed = Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  for (const server of servers) server.closeIdleConnections()
  const sweep = setInterval(() => servers.forEach((server) => server.closeIdleConnections()), 100)
  const cut = () => servers.forEach((server) => server.closeAllConnections())
  const deadline = setTimeout(cut, patience)
  if (hurry?.aborted) cut()
  hurry?.addEventListener('abort', cut)
  await closed
  clearInterval(sweep)
  clearTimeout(deadline)
  hurry?.removeEventListener('abort', cut)
}
