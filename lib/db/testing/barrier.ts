import pg from 'pg'
import { disconnect, pool } from '@/lib/db/client'
import { connectPatiently } from './connect-patiently'

type Change = 'insert' | 'update' | 'delete'
/** Where works meet: `insert on comment`. */
type Moment = `${Change} on ${string}`

/**
 * Starts works one after another, each when those before it wait or have ended, and stops whoever is about to change
 * a row there; when nobody can go on any more they are let go all at once. What two do wrong that are in the middle of
 * it together, they do wrong every time. Answers what they answered, and the order in which they ended.
 */
export async function race<Outcome>(moment: Moment, works: readonly (() => Promise<Outcome>)[]) {
  const holder = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await holder.connect()
  const ended: number[] = []
  const running: Promise<PromiseSettledResult<Outcome>>[] = []
  try {
    await holder.query(barrierBefore(moment))
    await holder.query('begin; select from barrier for update')
    for (const [place, work] of works.entries()) {
      const ends = work().finally(() => void ended.push(place))
      running.push(Promise.allSettled([ends]).then(([one]) => one))
      await until(async () => (await waitingForLocks()) >= running.length - ended.length)
    }
  } finally {
    await holder.query('rollback')
    await Promise.all(running)
    await holder.query('drop table barrier; drop function meet cascade')
    await holder.end()
  }
  return { outcomes: await Promise.all(running), ended }
}

/** The same, of works that must not fail. */
export async function raceOf<Outcome>(moment: Moment, works: readonly (() => Promise<Outcome>)[]) {
  const { outcomes } = await race(moment, works)
  return outcomes.map((one) => {
    if (one.status === 'rejected') throw one.reason
    return one.value
  })
}

// Shared among those who meet, and closed to all of them as long as its row is held.
const barrierBefore = (moment: Moment) => `
  create table barrier (closed boolean);
  insert into barrier values (true);
  create function meet() returns trigger language plpgsql as $$
  begin
    perform from barrier for share;
    return coalesce(new, old);
  end $$;
  create trigger meet before ${moment} for each row execute function meet()`

/** How many of this database's connections wait for a lock. */
export async function waitingForLocks(): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`)
  return rows[0]!.count
}

async function until(holds: () => Promise<boolean>) {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5))
}

/** Connects anew, with connections that stay. */
export async function connectForRaces() {
  await disconnect()
  connectPatiently(process.env.DATABASE_URL!)
  Object.assign(pool().options, { idleTimeoutMillis: 0 })
  // They are there when a race begins: nobody has to wait for a connection in it.
  await Promise.all(Array.from({ length: 6 }, () => pool().query('select pg_sleep(0.1)')))
}
