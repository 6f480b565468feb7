// Sends GETs that are told on the first line of standard input, as many at a time as given, from the addresses that
// they name to a server that trusts one proxy; prints one line of JSON: how many answers of each status. A process of
// its own, since the program that makes the load is too busy to hold the watch.
//   node strangers.mjs CONNECTIONS      and on its input: ["http://localhost:3000", [["203.0.113.1", "/en/none"], …]]
import http from 'node:http'
import { createInterface } from 'node:readline'

const agent = new http.Agent({ keepAlive: true, maxSockets: Number(process.argv[2]) })
const statuses = {}

createInterface({ input: process.stdin }).once('line', async (line) => {
  const [site, requests] = JSON.parse(line)
  await Promise.all(requests.map(([address, path]) => ask(site + path, address)))
  process.stdout.write(`${JSON.stringify(statuses)}\n`, () => process.exit())
})

function ask(url, address) {
  return new Promise((resolve) => {
    const done = (status) => {
      statuses[status] = (statuses[status] ?? 0) + 1
      resolve()
    }
    const headers = { 'accept-encoding': 'br', 'x-forwarded-for': address }
    http
      .get(url, { agent, headers, timeout: 60_000 }, (response) => {
        response.resume().once('close', () => done(response.statusCode))
      })
      .once('error', () => done(0))
      .once('timeout', function () {
        this.destroy(new Error('too late'))
      })
  })
}
