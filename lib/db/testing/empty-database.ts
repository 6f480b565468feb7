import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

/** The address of a database of the server that tests share. */
export const databaseAt = (name: string) =>
  Object.assign(new URL(inject('templateUrl')), { pathname: `/${name}` }).href

/** Asks that server something that concerns no database of its own. */
export async function askServer(sql: string) {
  const client = new pg.Client({ connectionString: databaseAt('postgres') })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

/** A database with nothing in it. */
export async function emptyDatabase() {
  const name = `empty_${randomBytes(6).toString('hex')}`
  await askServer(`create database ${name}`)
  return { url: databaseAt(name), drop: () => askServer(`drop database ${name} with (force)`) }
}
