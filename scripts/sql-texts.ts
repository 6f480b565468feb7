// `npm run sql-texts`: writes prisma/sql anew, from a database that is migrated for the purpose.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { migrate } from '@/lib/db/migrate'
import { startPostgres } from '@/lib/db/postgres/embedded'
import { temporaryFolder } from '@/lib/db/postgres/temporary-folder'
import { sqlFolder, textsInDatabase } from '@/lib/db/sql-texts'

const { folder, remove } = temporaryFolder('sql')
const postgres = await startPostgres(folder, { fsync: 'off' })
const client = new pg.Client({ connectionString: postgres.url })
try {
  await migrate(postgres.url)
  await client.connect()
  const texts = await textsInDatabase(client)
  rmSync(sqlFolder(), { recursive: true, force: true })
  mkdirSync(sqlFolder())
  for (const [name, text] of Object.entries(texts)) writeFileSync(path.join(sqlFolder(), name), text)
  process.stdout.write(`${Object.keys(texts).length} files in prisma/sql\n`)
} finally {
  await client.end()
  await postgres.stop()
  remove()
}
