import pg from 'pg'
import { freePort, startPostgres } from '@/lib/db/postgres/embedded'
import { temporaryFolder } from '@/lib/db/postgres/temporary-folder'
import { startServer, type ServerProcess } from '@/e2e/rig/server-process'

export interface BenchSite {
  url: string
  databaseUrl: string
  client: pg.Client
  server: ServerProcess
  close(): Promise<void>
}

/** A server on a database of its own, with the sample chapters. */
export async function aSite(name: string, settings: Record<string, string>): Promise<BenchSite> {
  const { folder, remove } = temporaryFolder(name)
  const database = await startPostgres(folder)
  const port = await freePort()
  const url = `http://localhost:${port}`
  const server = await startServer(port, {
    ...settings,
    DATABASE_URL: database.url,
    DATA_DIR: folder,
    SITE_URL: url,
    ADMIN_EMAIL: 'admin@example.org',
    ADMIN_PASSWORD: 'only for this bench',
  })
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  return {
    url,
    client,
    server,
    databaseUrl: database.url,
    async close() {
      await client.end()
      await server.stop()
      await database.stop()
      remove()
    },
  }
}
