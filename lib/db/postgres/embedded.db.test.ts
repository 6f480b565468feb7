import { once } from 'node:events'
import { existsSync, readFileSync, renameSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { startPostgres, type EmbeddedPostgres } from './embedded'
import { choosePlace } from './place'
import { temporaryFolder } from './temporary-folder'

let postgres: EmbeddedPostgres | undefined
let remove = () => {}
afterEach(async () => {
  await postgres?.stop()
  remove()
})

async function aPostgres() {
  const made = temporaryFolder('gone')
  remove = made.remove
  postgres = await startPostgres(made.folder, { fsync: 'off' })
  const { data } = choosePlace(made.folder)
  const pid = () => Number(readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
  return { postgres, data, pid, folder: made.folder }
}

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
    const { postgres, pid } = await aPostgres()
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
  const { postgres, data, pid } = await aPostgres()
  let gaveUp = 0
  postgres.keepRunning({ wanted: () => true, gaveUp: () => void gaveUp++, pauses: [10, 20] })
  process.kill(pid(), 'SIGKILL')
  renameSync(path.join(data, 'global'), path.join(data, 'global.away'))
  await expect.poll(() => gaveUp, { timeout: 10_000 }).toBe(1)
})

test('one that is not wanted any more stays down', async () => {
  const { postgres, data, pid } = await aPostgres()
  const gone = () => !existsSync(path.join(data, 'postmaster.pid'))
  let asked = 0
  postgres.keepRunning({ wanted: () => (asked += Number(gone())) < 0, gaveUp() {}, pauses: [10] })
  process.kill(pid(), 'SIGINT')
  await expect.poll(() => asked, { timeout: 10_000 }).toBeGreaterThan(2)
  expect(gone()).toBe(true)
})

test('its port stays the same, unless somebody else has taken it', async () => {
  const made = temporaryFolder('port')
  remove = made.remove
  const started = async () =>
    new URL((postgres = await startPostgres(made.folder, { fsync: 'off' })).url).port
  const first = await started()
  await postgres!.stop()
  expect(await started()).toBe(first)
  await postgres!.stop()
  const other = await listening(Number(first))
  const second = await started()
  expect(second).not.toBe(first)
  other.close()
  await postgres!.stop()
  expect(await started()).toBe(second)
})

test('who knows it by another port gives up at once', async () => {
  const { postgres, folder, pid } = await aPostgres()
  const { port } = new URL(postgres.url)
  process.kill(pid(), 'SIGKILL')
  const thief = await listening(Number(port))
  let gaveUp = 0
  postgres.keepRunning({ wanted: () => true, gaveUp: () => void gaveUp++ })
  const moved = await startPostgres(folder, { fsync: 'off' })
  expect(new URL(moved.url).port).not.toBe(port)
  await expect.poll(() => gaveUp, { timeout: 10_000 }).toBe(1)
  thief.close()
})
