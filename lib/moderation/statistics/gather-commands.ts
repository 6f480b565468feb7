import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'

/** So many rows in one statement: whoever counts in one of them waits for its end. */
const portion = 5_000

/**
 * Puts together what each backend has counted by itself, also those that go on: what they count next begins a new row. A
 * row that is being written waits for nobody, and is left for the next time.
 */
export async function gatherTallies() {
  for (const statement of [gatherHours, gatherDays])
    for (let gathered = portion; gathered === portion;) {
      const [row] = await db.$queryRaw<{ gathered: number }[]>(statement)
      gathered = row!.gathered
    }
}

const gatherHours = Prisma.sql`
  with apart as (
    delete from hour_tally where (locale, at, gone, backend) in (
      select locale, at, gone, backend from hour_tally where backend <> 0 limit ${portion}::int for update skip locked)
    returning *),
  put as (
    insert into hour_tally as t (locale, at, gone, backend, pending, approved, spam, trash, decided)
    select locale, at, gone, 0, sum(pending), sum(approved), sum(spam), sum(trash), sum(decided)
    from apart group by locale, at, gone order by locale, at, gone
    on conflict (locale, at, gone, backend) do update set pending = t.pending + excluded.pending,
      approved = t.approved + excluded.approved, spam = t.spam + excluded.spam, trash = t.trash + excluded.trash,
      decided = t.decided + excluded.decided)
  select count(*)::int as gathered from apart`

const gatherDays = Prisma.sql`
  with apart as (
    delete from day_tally where (figure, locale, day, who, what, gone, backend) in (
      select figure, locale, day, who, what, gone, backend from day_tally where backend <> 0
      limit ${portion}::int for update skip locked)
    returning *),
  put as (
    insert into day_tally as t (figure, locale, day, who, what, gone, backend, count)
    select figure, locale, day, who, what, gone, 0, sum(count)
    from apart group by figure, locale, day, who, what, gone order by figure, locale, day, who, what, gone
    on conflict (figure, locale, day, who, what, gone, backend) do update set count = t.count + excluded.count)
  select count(*)::int as gathered from apart`
