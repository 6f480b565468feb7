import { once } from 'node:events'
import { existsSync, readFileSync, renameSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, expect, test } from 'vitest'
import { startPostgres, type EmbeddedPostgres } from './embedded'
import { choosePlace } from './place'
import { temporaryFolder } from './temporary-folder'

// One cluster for all of them: to make one takes longer than all else here.
const { folder, remove } = temporaryFolder('embedded')
const { data } = choosePlace(folder)
let postgres: EmbeddedPostgres | undefined
afterEach(() => postgres?.stop())
afterAll(() => remove())

const started = async () => (postgres = await startPostgres(folder, { fsync: 'off' }))
const pid = () => Number(readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0])

/** Takes a port as soon as whoever has it has ended. */
async function listening(port: number) {
  let server = createServer()
  await expect
    .poll(
      () => {
        server.close()
        server = createServer().listen(port, '127.0.0.1')
        return once(server, 'listening').then(
          () => true,
          () => false,
        )
      },
      { timeout: 5_000 },
    )
    .toBe(true)
  return server
}

async function connected(url: string) {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  return client
}

async function answers(url: string) {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    return (await client.query<{ one: number }>('select 1 as one')).rows[0]!.one === 1
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

test.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
  'Postgres is started again after %s, at its address',
  async (signal) => {
    const postgres = await started()
    let gaveUp = false
    postgres.keepRunning({ wanted: () => true, gaveUp: () => (gaveUp = true) })
    const old = pid()
    // Somebody uses it, and goes on doing so: told to end when all have left, Postgres would wait for them.
    const busy = await connected(postgres.url)
    process.kill(old, signal)
    await expect.poll(() => answers(postgres.url), { timeout: 5_000, interval: 20 }).toBe(false)
    await expect.poll(() => answers(postgres.url), { timeout: 15_000, interval: 100 }).toBe(true)
    expect(pid()).not.toBe(old)
    expect(gaveUp).toBe(false)
    await busy.end()
  },
)

test('one that cannot be started again is given up, once', async () => {
  const postgres = await started()
  let gaveUp = 0
  postgres.keepRunning({ wanted: () => true, gaveUp: () => void gaveUp++, pauses: [10, 20] })
  process.kill(pid(), 'SIGKILL')
  renameSync(path.join(data, 'global'), path.join(data, 'global.away'))
  await expect.poll(() => gaveUp, { timeout: 10_000 }).toBe(1)
  renameSync(path.join(data, 'global.away'), path.join(data, 'global'))
})

test('one that is not wanted any more stays down', async () => {
  const postgres = await started()
  const gone = () => !existsSync(path.join(data, 'postmaster.pid'))
  let asked = 0
  postgres.keepRunning({ wanted: () => (asked += Number(gone())) < 0, gaveUp() {}, pauses: [10] })
  process.kill(pid(), 'SIGINT')
  await expect.poll(() => asked, { timeout: 10_000 }).toBeGreaterThan(2)
  expect(gone()).toBe(true)
})

test('its port stays the same, unless somebody else has taken it', async () => {
  const port = async () => new URL((await started()).url).port
  const first = await port()
  await postgres!.stop()
  expect(await port()).toBe(first)
  await postgres!.stop()
  const other = await listening(Number(first))
  const second = await port()
  expect(second).not.toBe(first)
  other.close()
  await postgres!.stop()
  expect(await port()).toBe(second)
})

test('who knows it by another port gives up at once', async () => {
  const postgres = await started()
  const { port } = new URL(postgres.url)
  process.kill(pid(), 'SIGKILL')
  const thief = await listening(Number(port))
  let gaveUp = 0
  postgres.keepRunning({ wanted: () => true, gaveUp: () => void gaveUp++ })
  const moved = await startPostgres(folder, { fsync: 'off' })
  expect(new URL(moved.url).port).not.toBe(port)
  await expect.poll(() => gaveUp, { timeout: 10_000 }).toBe(1)
  thief.close()
  await moved.stop()
})

test('the last who uses it stops it', async () => {
  const postgres = await started()
  const other = await startPostgres(folder)
  await postgres.stop()
  expect(await answers(other.url)).toBe(true)
  await other.stop()
  expect(await answers(other.url)).toBe(false)
})

test('somebody of the site who was given its address keeps it running, unless there is a hurry', async () => {
  const postgres = await started()
  const guest = await connected(`${postgres.url}?application_name=chapterhouse+guest`)
  await postgres.stop()
  expect(await answers(postgres.url)).toBe(true)
  const again = await startPostgres(folder)
  await again.stop(AbortSignal.abort())
  expect(await answers(again.url)).toBe(false)
  await guest.end().catch(() => {})
})
