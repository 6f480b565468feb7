import { expect, test } from 'vitest'
import { pool } from '@/lib/db/client'
import { aComment, anActor } from '@/lib/db/testing/factories'
import { prepareQueues } from '@/lib/jobs/queues'
import { jobs } from './jobs'

test('preparing the queues again changes nothing', async () => {
  const names = async () =>
    (await pool().query('select name, policy, dead_letter from pgboss.queue order by 1')).rows
  const before = await names()
  await prepareQueues(process.env.DATABASE_URL!, jobs)
  expect(await names()).toEqual(before)
  expect(before.map(({ name }) => name)).toContain('check-spam')
})

test('the factories make rows that the database accepts', async () => {
  expect((await aComment({ traced: true, url: 'https://example.org/' })).status).toBe('pending')
  expect((await anActor('admin', 'Ada')).name).toBe('Ada')
})
