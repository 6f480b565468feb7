import type { Server } from 'node:http'

/** Stops taking requests, waits for those in flight (20 s at most), then cuts what is left. */
export async function closeServers(servers: Server[], patience = 20_000) {
  const closed = Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  for (const server of servers) server.closeIdleConnections()
  const sweep = setInterval(() => servers.forEach((server) => server.closeIdleConnections()), 100)
  const deadline = setTimeout(() => servers.forEach((server) => server.closeAllConnections()), patience)
  await closed
  clearInterval(sweep)
  clearTimeout(deadline)
}
