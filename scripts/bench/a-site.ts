import path from 'node:path'
import pg from 'pg'
import { freePort, startPostgres } from '@/lib/db/postgres/embedded'
import { temporaryFolder } from '@/lib/db/postgres/temporary-folder'
import { startServer, type ServerProcess } from '@/e2e/rig/server-process'
import { parentOf } from './memory'

export interface BenchSite {
  url: string
  databaseUrl: string
  /** What the server was started with, and where it keeps its files. */
  settings: Record<string, string>
  folder: string
  client: pg.Client
  server: ServerProcess
  /** The first process of its Postgres. */
  postmaster: number
  close(): Promise<void>
}

export const benchAdmin = { email: 'admin@example.org', password: 'only for this bench' }

interface OwnDatabase {
  url: string
  drop(): Promise<void>
}

/** A server on a database of its own with the sample chapters, or on the one that is given, which it throws away. */
export async function aSite(
  name: string,
  settings: Record<string, string>,
  given?: OwnDatabase,
): Promise<BenchSite> {
  const { folder, remove } = temporaryFolder(name)
  const database = given ?? (await ownDatabase(folder))
  const port = await freePort()
  const url = `http://localhost:${port}`
  const own = {
    ...settings,
    DATABASE_URL: database.url,
    DATA_DIR: folder,
    PAGES_FOLDER: path.join(folder, 'pages'),
    SITE_URL: url,
  }
  const server = await startServer(port, {
    ...own,
    ADMIN_EMAIL: benchAdmin.email,
    ADMIN_PASSWORD: benchAdmin.password,
  })
  const client = new pg.Client({ connectionString: database.url, application_name: 'chapterhouse bench' })
  await client.connect()
  return {
    url,
    client,
    server,
    folder,
    settings: own,
    postmaster: await postmasterOf(client),
    databaseUrl: database.url,
    async close() {
      await client.end()
      await server.stop()
      await database.drop()
      remove()
    },
  }
}

async function ownDatabase(folder: string): Promise<OwnDatabase> {
  const { url, stop } = await startPostgres(folder)
  return { url, drop: () => stop() }
}

/** The parent of all processes of a Postgres is that of its checkpointer (field 4 of /proc/…/stat). */
async function postmasterOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>(
    `select pid from pg_stat_activity where backend_type = 'checkpointer'`,
  )
  return parentOf(rows[0]!.pid)
}
