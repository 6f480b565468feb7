import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { migrate } from '@/lib/db/migrate'
import { startPostgres } from '@/lib/db/postgres/embedded'
import { temporaryFolder } from '@/lib/db/postgres/temporary-folder'
import { prepareQueues } from '@/lib/jobs/queues'
import { jobs } from '@/lib/work/jobs'
import { makeData, type DataSize } from './make-data'

// Raised whenever other data is made of the same numbers.
const form = 1

/** Postgres with made data in it. */
export interface KeptData {
  /** Also a DATA_DIR for the site. */
  folder: string
  /** The data itself: nobody but its maker writes there. */
  url: string
  /** The same in a database of its own, to be written to and thrown away. */
  copy(): Promise<{ url: string; drop(): Promise<void> }>
  stop(): Promise<void>
}

/**
 * Data of this size: made anew, and thrown away at the end; or, where the setting FIGURES_DIR names a folder, made there
 * once and kept.
 */
export async function keptData(
  size: DataSize,
  say: (step: string, seconds: number) => void = () => {},
): Promise<KeptData> {
  const { folder, remove } = folderFor(size)
  const mark = path.join(folder, 'made')
  if (!existsSync(mark)) {
    const making = await startPostgres(folder, { max_wal_size: '4GB', shared_buffers: '512MB' })
    // What somebody began to make and did not end is made anew.
    const name = nameIn(making.url)
    await withClient(serverOf(making.url), async (client) => {
      await client.query(`drop database if exists ${name} with (force)`)
      await client.query(`create database ${name}`)
    })
    await migrate(making.url)
    await prepareQueues(making.url, jobs)
    await withClient(making.url, (client) => makeData(client, size, say))
    await making.stop()
    writeFileSync(mark, `${new Date().toISOString()}\n`)
  }
  // With the settings that a site's own Postgres has.
  const postgres = await startPostgres(folder)
  await migrate(postgres.url)
  let copies = 0
  return {
    folder,
    url: postgres.url,
    async copy() {
      const name = `copy_${process.pid}_${++copies}`
      const server = serverOf(postgres.url)
      await withClient(server, (client) =>
        client.query(`create database ${name} template ${nameIn(postgres.url)} strategy file_copy`),
      )
      return {
        url: Object.assign(new URL(postgres.url), { pathname: `/${name}` }).href,
        drop: () => withClient(server, (client) => client.query(`drop database ${name} with (force)`)),
      }
    },
    async stop() {
      await postgres.stop()
      remove()
    },
  }
}

function folderFor({ chapters, comments }: DataSize) {
  const kept = process.env.FIGURES_DIR
  if (!kept) return temporaryFolder('figures')
  const folder = path.resolve(kept, `${chapters}-chapters-${comments}-comments-${form}`)
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  return { folder, remove: () => {} }
}

const nameIn = (url: string) => new URL(url).pathname.slice(1)
const serverOf = (url: string) => Object.assign(new URL(url), { pathname: '/postgres' }).href

async function withClient(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'chapterhouse figures' })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
