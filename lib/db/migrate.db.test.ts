import pg from 'pg'
import { expect, test } from 'vitest'
import { pool } from './client'
import { lockConnectionFor } from './locks'
import { migrate } from './migrate'

const connectionString = () => process.env.DATABASE_URL!

test('who migrates waits for another process that is at it', async () => {
  const other = new pg.Client({ connectionString: connectionString() })
  await other.connect()
  await lockConnectionFor(other, 'migrations')
  let ended = false
  const applied = migrate(connectionString()).finally(() => (ended = true))
  const waits = async () => {
    const { rows } = await pool().query<{ waits: boolean }>(`
      select exists (select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and wait_event = 'advisory') as waits`)
    return rows[0]!.waits || ended
  }
  await expect.poll(waits, { timeout: 60_000 }).toBe(true)
  expect(ended).toBe(false)
  await other.end()
  expect(await applied).toEqual([])
})
