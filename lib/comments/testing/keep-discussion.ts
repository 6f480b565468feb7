import { pool } from '@/lib/db/client'
import type { Discussion } from '../discussion/settings'
import { forgetDiscussion } from '../discussion/queries'

/** Sets discussion settings past the command, as another instance would have done. */
export async function keepDiscussion(settings: Partial<Discussion>) {
  await pool().query(
    `insert into setting (key, value, updated_at) values ('discussion', $1, now())
     on conflict (key) do update set value = excluded.value`,
    [JSON.stringify(settings)],
  )
  forgetDiscussion()
}
