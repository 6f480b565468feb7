import { expect, test } from 'vitest'
import { pool } from '@/lib/db/client'
import { aComment, anActor } from '@/lib/db/testing/factories'
import { checkAllAgain } from './recheck-commands'

/** A thousand copies of a traced comment, each sent a second after the one before. */
const copies = (id: string, after: number) =>
  pool().query(
    `with more as (
       insert into comment select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(),
         'submission_key', gen_random_uuid(), 'sent_at', c.sent_at + n * interval '1 second'))).*
       from comment c, generate_series($2::int + 1, $2::int + 1000) n where c.id = $1 returning id)
     insert into submission_trace select (jsonb_populate_record(t, jsonb_build_object('comment_id', more.id))).*
     from submission_trace t, more where t.comment_id = $1`,
    [id, after],
  )

test('check all again: ten thousand at once, and those that wait longest', async () => {
  const editor = await anActor('editor')
  const { id } = await aComment({ traced: true, sentAt: new Date('2020-01-01') })
  for (let thousand = 0; thousand < 10; thousand++) await copies(id, thousand * 1_000)
  expect(await checkAllAgain(editor)).toMatchObject({ ok: true, value: { total: 10_000 } })
  const { rows } = await pool().query<{ sent: Date }>(
    `select c.sent_at as sent from comment c left join pgboss.job on data->>'commentId' = c.id::text
     where data is null`,
  )
  expect(rows).toEqual([{ sent: new Date(Date.UTC(2020, 0, 1) + 10_000_000) }])
})
