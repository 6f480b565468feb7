import { test as base } from '@playwright/test'
import pg from 'pg'
import { freePort, startPostgres } from '@/lib/db/postgres/embedded'
import { temporaryFolder } from '@/lib/db/postgres/temporary-folder'
import { newId } from '@/lib/kernel/ids'
import { hashPassword } from '@/lib/people/sign-in/passwords'
import { startServer, type ServerProcess } from '@/e2e/rig/server-process'
import { secret } from './aged-sum'

export const admin = { email: 'ada@example.org', password: 'the lamp is lit at dusk', name: 'Ada' }
export const editor = { email: 'emil@example.org', password: 'the tide turns at noon', name: 'Emil' }

export interface Site {
  url: string
  databaseUrl: string
  server: ServerProcess
  /** Another server on the same database. */
  another(env?: Record<string, string>): Promise<ServerProcess>
  query<Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<Row[]>
  settings: Record<string, string>
}

/** A database of its own, with an admin, an editor and the sample chapters, and a server on it: of another build, if so said. */
export async function openSite(
  env: Record<string, string> = {},
  build?: string,
): Promise<{ site: Site; close: () => Promise<void> }> {
  const opened = await openSiteOn(async () => {}, env, build)
  await furnish(opened.site)
  return opened
}

/** A server on a database of its own that holds what it is filled with first. */
export async function openSiteOn(
  fill: (databaseUrl: string) => Promise<unknown>,
  env: Record<string, string> = {},
  build?: string,
): Promise<{ site: Site; close: () => Promise<void> }> {
  const { folder, remove } = temporaryFolder('journey')
  const postgres = await startPostgres(folder)
  await fill(postgres.url)
  const settings: Record<string, string> = {
    DATABASE_URL: postgres.url,
    DATA_DIR: folder,
    SECRET: secret,
    ADMIN_EMAIL: admin.email,
    ADMIN_PASSWORD: admin.password,
    ...env,
  }
  const servers: ServerProcess[] = []
  const another = async (more: Record<string, string> = {}) => {
    const server = await startServer(await freePort(), { ...settings, ...more }, build)
    servers.push(server)
    return server
  }
  const server = await another().catch(async (error: unknown) => {
    await postgres.stop()
    remove()
    throw error
  })
  // Only the first does jobs: mails lead to the site that answers them.
  settings.WORKER = 'apart'
  const pool = new pg.Pool({ connectionString: postgres.url, max: 3 })
  pool.on('error', () => {}) // a journey may cut all connections: who asks next is given a new one
  const query = async <Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []) =>
    (await pool.query<Row>(sql, [...values])).rows
  const site: Site = { url: server.url, databaseUrl: postgres.url, server, another, query, settings }
  return {
    site,
    async close() {
      await Promise.all(servers.map((each) => each.stop()))
      await pool.end()
      await postgres.stop()
      remove()
    },
  }
}

async function furnish({ query }: Site) {
  await query('update person set name = $1 where email = $2', [admin.name, admin.email])
  // Journeys are in a hurry, and all from one address; what the limits are is tested where they are set.
  await query(
    `insert into setting (key, value, updated_at) values ('discussion', '{"gapSeconds": 0, "mostInTenMinutes": 1000}', now())`,
  )
  await query(`insert into person (id, email, name, role, password_hash) values ($1, $2, $3, 'editor', $4)`, [
    newId(),
    editor.email,
    editor.name,
    await hashPassword(editor.password),
  ])
}

/** Tests with a site that those of one worker share, and no others. */
export const testWithSite = (open: typeof openSite = openSite) =>
  base.extend<object, { site: Site }>({
    site: [
      // Playwright reads the names of fixtures from the first parameter, which must be a pattern.
      async ({}, use) => {
        const { site, close } = await open()
        await use(site)
        await close()
      },
      { scope: 'worker', timeout: 180_000 },
    ],
  })

export const test = testWithSite()

export { expect } from '@playwright/test'
