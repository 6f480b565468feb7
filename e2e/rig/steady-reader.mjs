// Reads pages at a steady rate over kept connections until it is told to stop (its standard input ends), then prints
// one line of JSON: for each reading when it was due (milliseconds since the epoch), how long after that the last byte
// had come, the status (0: no answer) and which page it was. A process of its own, since the program that makes the
// load is too busy to hold the watch, and plain JavaScript, so that nothing is left to compile when the load begins.
//   node steady-reader.mjs READINGS_PER_SECOND CONNECTIONS      and, as the first line of its input, what to read:
//   [["http://localhost:3000/en", 3], …]                        pages, each with its share of the readings
import http from 'node:http'
import { performance } from 'node:perf_hooks'
import { createInterface } from 'node:readline'

const [rate, connections] = process.argv.slice(2).map(Number)
const agent = new http.Agent({ keepAlive: true, maxSockets: connections })
const readings = []
const waiting = new Set()
const now = () => performance.timeOrigin + performance.now()
let timer

const input = createInterface({ input: process.stdin })
input.once('line', (line) => begin(JSON.parse(line)))
input.once('close', async () => {
  clearInterval(timer)
  await Promise.all(waiting)
  process.stdout.write(`${JSON.stringify(readings)}\n`, () => process.exit())
})

function begin(pages) {
  const bounds = []
  for (const [, share] of pages) bounds.push((bounds.at(-1) ?? 0) + share)
  const choose = () => {
    const place = Math.random() * bounds.at(-1)
    return bounds.findIndex((bound) => place < bound)
  }
  let due = now()
  timer = setInterval(() => {
    for (; due <= now(); due += 1_000 / rate) {
      const page = choose()
      waiting.add(read(due, page, pages[page][0]))
    }
  }, 2)
}

function read(dueAt, page, url) {
  const reading = new Promise((resolve) => {
    const done = (status) => {
      readings.push([dueAt, now() - dueAt, status, page])
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
