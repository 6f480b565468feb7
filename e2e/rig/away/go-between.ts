import http from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * Stands between nginx and the site on a port of its own and passes everything on but what the site says about caching,
 * which it may change: so that a bound of a minute is tried in seconds. Where the site is not there, it breaks off.
 */
export async function startGoBetween(site: number, caching: (said: string) => string) {
  const server = http.createServer((request, response) => {
    const { method, url: path, headers } = request
    const asked = http.request(
      { port: site, host: '127.0.0.1', method, path, headers, agent: false },
      (answer) => {
        const said = answer.headers['cache-control']
        response.writeHead(answer.statusCode!, {
          ...answer.headers,
          ...(said && { 'cache-control': caching(said) }),
        })
        answer.pipe(response)
      },
    )
    asked.once('error', () => response.destroy())
    request.pipe(asked)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    stop() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}
