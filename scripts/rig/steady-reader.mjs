// Reads a page at a steady rate over two kept connections until it is told to stop (its standard input ends), then
// prints one line of JSON: for each reading when it was due (milliseconds since the epoch), how long after that the
// last byte had come, and the status (0: no answer). A process of its own, since the program that makes the load is
// too busy to hold the watch, and plain JavaScript, so that nothing is left to compile when the load begins.
//   node steady-reader.mjs URL READINGS_PER_SECOND
import http from 'node:http'
import { performance } from 'node:perf_hooks'

const [url, rate] = [process.argv[2], Number(process.argv[3])]
const agent = new http.Agent({ keepAlive: true, maxSockets: 2 })
const readings = []
const waiting = new Set()
const now = () => performance.timeOrigin + performance.now()

let due = now()
const timer = setInterval(() => {
  for (; due <= now(); due += 1_000 / rate) waiting.add(read(due))
}, 1)

process.stdin.resume()
process.stdin.once('end', async () => {
  clearInterval(timer)
  await Promise.all(waiting)
  process.stdout.write(`${JSON.stringify(readings)}\n`, () => process.exit())
})

function read(dueAt) {
  const reading = new Promise((resolve) => {
    const done = (status) => {
      readings.push([dueAt, now() - dueAt, status])
      resolve()
    }
    http
      .get(url, { agent, headers: { 'accept-encoding': 'gzip' }, timeout: 10_000 }, (response) => {
        response.resume().once('end', () => done(response.statusCode))
      })
      .once('error', () => done(0))
      .once('timeout', function () {
        this.destroy(new Error('too late'))
      })
  })
  void reading.then(() => waiting.delete(reading))
  return reading
}
