import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

export const user = 'chapterhouse'
export const database = 'chapterhouse'

// Asks without a password: being refused for that reason means that the server is up.
export async function answers(port: number): Promise<boolean | 'refused'> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user,
    password: '-',
    database: 'postgres',
    connectionTimeoutMillis: 2_000,
  })
  client.on('error', ignore)
  try {
    await client.connect()
    return true
  } catch (error) {
    const { code } = error as { code?: string }
    return code === 'ECONNREFUSED' ? 'refused' : code === '28P01'
  } finally {
    await client.end().catch(ignore)
  }
}

export async function makeDatabase(adminUrl: string) {
  const client = new pg.Client({ connectionString: adminUrl })
  client.on('error', ignore) // a connection that breaks fails the question
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database])
    if (!rowCount) await client.query(`create database ${database}`)
  } catch (error) {
    if ((error as { code?: string }).code !== '42P04' && (error as { code?: string }).code !== '23505')
      throw error
  } finally {
    await client.end().catch(ignore)
  }
}

/**
 * The names of who of the site is connected, such as a process that was given its address as DATABASE_URL. The
 * connections that this process has closed just now may be listed for a moment longer.
 */
export async function othersConnected(adminUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: adminUrl })
  client.on('error', ignore)
  try {
    await client.connect()
    for (let attempt = 0; ; attempt++) {
      const { rows } = await client.query<{ name: string }>(
        `select distinct application_name as name from pg_stat_activity
         where application_name like 'chapterhouse%' and pid <> pg_backend_pid()`,
      )
      if (rows.length === 0 || attempt === 30) return rows.map(({ name }) => name)
      await pause(100)
    }
  } catch {
    return [] // It does not answer: stopping it is still right.
  } finally {
    await client.end().catch(ignore)
  }
}

export const ignore = () => {}
