import { existsSync, readFileSync, renameSync } from 'node:fs'
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
  return { postgres, data, pid }
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

test.each(['SIGINT', 'SIGKILL'] as const)(
  'Postgres is started again after %s, at its address',
  async (signal) => {
    const { postgres, pid } = await aPostgres()
    let gaveUp = false
    postgres.keepRunning({ wanted: () => true, gaveUp: () => (gaveUp = true) })
    const old = pid()
    process.kill(old, signal)
    await expect.poll(() => answers(postgres.url), { timeout: 5_000, interval: 20 }).toBe(false)
    await expect.poll(() => answers(postgres.url), { timeout: 15_000, interval: 100 }).toBe(true)
    expect(pid()).not.toBe(old)
    expect(gaveUp).toBe(false)
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
