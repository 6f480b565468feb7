import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { afterAll, inject, vi } from 'vitest'
import type { PrismaClient } from '../../generated/client'
import { Seen } from './seen'
import { watchedClient, watchedPool, watchedQuery } from './watched'

// Looks at the rows that our statements get in the tests of the database, and leaves what it saw for the end of the
// run, where it is compared with the types that the statements name (row-types.ts).

const seen = new Seen()
const place = Symbol.for('chapterhouse.db')
type Connected = { client: PrismaClient; pool: pg.Pool }

let connected: Connected | undefined
Object.defineProperty(globalThis, place, {
  configurable: true,
  get: () => connected,
  set: (fresh: Connected | undefined) => {
    connected = fresh && {
      client: watchedClient(fresh.client, { seen }),
      pool: watchedPool(fresh.pool, { seen }),
    }
  },
})

// Connections that are opened by hand; those of a pool are made by `pg` itself.
vi.mock('pg', async (original) => {
  const actual = (await original<{ default: typeof pg }>()).default
  class Client extends actual.Client {
    constructor(config?: string | pg.ClientConfig) {
      super(config)
      this.query = watchedQuery(this.query.bind(this) as never, { seen }) as never
    }
  }
  return { default: Object.create(actual, { Client: { value: Client } }) as typeof pg }
})

afterAll(() => {
  // None where somebody else has started the Postgres: then nobody compares.
  const folder = inject('rowsFolder') as string | undefined
  if (folder) writeFileSync(path.join(folder, `${randomUUID()}.json`), JSON.stringify(seen.list()))
})
