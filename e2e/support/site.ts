import { execFileSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { test as base } from 'playwright/test'
import pg from 'pg'
import { freePort, startPostgres } from '@/lib/db/postgres/embedded'
import { temporaryFolder } from '@/lib/db/postgres/temporary-folder'
import { newId } from '@/lib/kernel/ids'
import { hashPassword } from '@/lib/people/sign-in/passwords'
import { startServer, type ServerProcess } from '@/e2e/rig/server-process'
import { secret } from './aged-sum'
import { keepCopy, renew } from './renew-site'

export const admin = { email: 'ada@example.org', password: 'the lamp is lit at dusk', name: 'Ada' }
export const editor = { email: 'emil@example.org', password: 'the tide turns at noon', name: 'Emil' }

export interface Site {
  url: string
  databaseUrl: string
  server: ServerProcess
  /** Another server on the same database. */
  another(env?: Record<string, string>): Promise<ServerProcess>
  /** Ends the servers besides the first. */
  endOthers(): Promise<void>
  query<Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<Row[]>
  settings: Record<string, string>
}

export interface Opened {
  site: Site
  close: () => Promise<void>
  /** Makes it as it was when it was opened; says whether that could be done. */
  renew?: () => Promise<boolean>
}

/** A database of its own, with an admin, an editor and the sample chapters, and a server on it: of another build, if so said. */
export async function openSite(env: Record<string, string> = {}, build?: string): Promise<Opened> {
  const { folder, remove } = temporaryFolder('journey')
  const isFurnished = !build && copyFirstSite(folder)
  const opened = await closing(remove, () => siteIn(folder, env, build))
  if (!isFurnished) await furnish(opened.site)
  return opened
}

/** The same, and it can be as new for the next file: its server has drawn its first pages by then. */
async function openLastingSite(): Promise<Opened> {
  const { folder, remove } = temporaryFolder('journey')
  if (!copyFirstSite(folder)) {
    remove()
    return openSite()
  }
  const opened = await closing(remove, () => siteIn(folder, {}, undefined, keepCopy))
  return { ...opened, renew: () => renew(opened.site) }
}

/** A server on a database of its own that holds what it is filled with first. */
export async function openSiteOn(
  fill: (databaseUrl: string) => Promise<unknown>,
  env: Record<string, string> = {},
): Promise<Opened> {
  const { folder, remove } = temporaryFolder('journey')
  return closing(remove, () => siteIn(folder, env, undefined, fill))
}

const firstSite = 'FIRST_SITE'

/** Before the first journey: the data of a furnished site, which each journey's is a copy of instead of being made anew. */
export async function makeFirstSite(): Promise<() => void> {
  const { folder, remove } = temporaryFolder('first-site')
  const { site, close } = await siteIn(folder, {})
  await furnish(site)
  await close()
  process.env[firstSite] = folder
  return remove
}

function copyFirstSite(folder: string): boolean {
  const first = process.env[firstSite]
  // Where the user that runs Postgres may not enter, its data lies elsewhere.
  if (!first || !existsSync(path.join(first, 'postgres', 'PG_VERSION'))) return false
  execFileSync('cp', ['-a', `${first}/.`, folder]) // with its owner, as Postgres demands
  rmSync(path.join(folder, 'postgres-port'), { force: true }) // each is to have a port of its own
  return true
}

/** What is opened, and `remove` once it has been closed or could not be opened. */
async function closing(remove: () => void, open: () => Promise<Opened>): Promise<Opened> {
  try {
    const { site, close } = await open()
    return { site, close: () => close().finally(remove) }
  } catch (error) {
    remove()
    throw error
  }
}

async function siteIn(
  folder: string,
  env: Record<string, string>,
  build?: string,
  fill?: (databaseUrl: string) => Promise<unknown>,
): Promise<Opened> {
  const postgres = await startPostgres(folder)
  await fill?.(postgres.url)
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
    throw error
  })
  // Only the first does jobs: mails lead to the site that answers them.
  settings.WORKER = 'apart'
  const pool = new pg.Pool({ connectionString: postgres.url, max: 3 })
  pool.on('error', () => {}) // a journey may cut all connections: who asks next is given a new one
  const query = async <Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []) =>
    (await pool.query<Row>(sql, [...values])).rows
  const endOthers = async () => {
    await Promise.all(servers.splice(1).map((each) => each.stop()))
  }
  const site = { url: server.url, databaseUrl: postgres.url, server, another, endOthers, query, settings }
  return {
    site,
    async close() {
      await Promise.all(servers.map((each) => each.stop()))
      await pool.end()
      await postgres.stop()
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

/** Opens the site of a file of tests; what the file before had is closed. */
type SiteOfFile = (file: string) => Promise<Site>

/** The sites of a worker, one at a time: `use` is given what opens the next. */
export async function sitesOfFiles(open: () => Promise<Opened>, use: (siteOf: SiteOfFile) => Promise<void>) {
  let now: (Opened & { file: string }) | undefined
  const close = async () => {
    const before = now
    now = undefined
    await before?.close()
  }
  await use(async (file) => {
    if (now?.file !== file) {
      const isRenewed = await now?.renew?.()
      if (!isRenewed) await close()
      now = { ...(now ?? (await open())), file }
    }
    return now.site
  })
  await close()
}

/** Tests with a site that those of one file share, and no others: which files a worker is given is up to chance. */
export const testWithSite = (open: () => Promise<Opened> = () => openSite()) =>
  base.extend<{ site: Site }, { siteOf: SiteOfFile }>({
    siteOf: [
      // Playwright reads the names of fixtures from the first parameter, which must be a pattern.
      async ({}, use) => sitesOfFiles(open, use),
      { scope: 'worker', timeout: 180_000 },
    ],
    site: [async ({ siteOf }, use, { file }) => use(await siteOf(file)), { timeout: 180_000 }],
  })

export const test = testWithSite(openLastingSite)

/** The site as a machine with several cores divides it: two processes answer, and one makes the desk. */
export const divided = { WEB_PROCESSES: '2', DESK: 'apart' }
export const testDivided = testWithSite(() => openSite(divided))

export { expect } from 'playwright/test'
