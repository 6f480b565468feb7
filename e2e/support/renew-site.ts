import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { untilHealthy } from '@/e2e/rig/server-process'
import type { Site } from './site'

const copy = 'as_it_was_opened'

/** Keeps what a site's database holds now, before a server is on it, for `renew`. */
export const keepCopy = (databaseUrl: string) =>
  asOwner(databaseUrl, (query, name) => query(`create database ${copy} template ${name}`))

/**
 * Gives a site the data with which it was opened. Its server loses its connections by that, and what it remembers of
 * the database with them, as when the database is gone for a moment. Answers false where it has been ended.
 */
export async function renew({ databaseUrl, endOthers, server, url }: Site): Promise<boolean> {
  await endOthers()
  return asOwner(databaseUrl, async (query, name) => {
    await query(`drop database ${name} with (force)`)
    await query(`create database ${name} template ${copy}`)
    // It may answer that all is well before it has noticed: once it listens again, it has.
    const hears = `select 1 from pg_stat_activity where datname = '${name}' and application_name = 'chapterhouse bus'`
    let isGone = false
    void server.ended.then(() => (isGone = true))
    while (!isGone && (await query(hears)).rowCount === 0) await pause(20)
    if (isGone) return false
    await untilHealthy(url, server)
    server.forget()
    return true
  })
}

/** Does something with a database from beside it: `query` is of another one, of the same owner. */
export async function asOwner<Answer>(
  databaseUrl: string,
  work: (query: (sql: string) => Promise<pg.QueryResult>, name: string) => Promise<Answer>,
): Promise<Answer> {
  const address = new URL(databaseUrl)
  const name = address.pathname.slice(1)
  address.pathname = '/postgres'
  const client = new pg.Client({ connectionString: address.href })
  await client.connect()
  try {
    return await work((sql) => client.query(sql), name)
  } finally {
    await client.end()
  }
}
