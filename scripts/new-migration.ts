// Writes the SQL that turns the schema of the newest commit into the one on disk:
//   npm run new-migration -- add_something
// Prisma's own command wants a schema engine that it downloads; the diff between two datamodels does not.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { sqlBetween } from '@/lib/db/migrate'
import { startPostgres } from '@/lib/db/postgres/embedded'
import { temporaryFolder } from '@/lib/db/postgres/temporary-folder'

const name = process.argv[2]
if (!name || !/^[a-z0-9_]+$/.test(name)) throw new Error('Give the migration a name such as add_tags')

const committed = () => {
  try {
    return execFileSync('git', ['show', 'HEAD:prisma/schema.prisma'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch {
    return undefined
  }
}

const { folder, remove } = temporaryFolder('migration')
const postgres = await startPostgres(folder)
try {
  const sql = await sqlBetween(committed(), postgres.url)
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const target = path.join('prisma', 'migrations', `${stamp}_${name}`)
  mkdirSync(target, { recursive: true })
  writeFileSync(path.join(target, 'migration.sql'), sql)
  process.stdout.write(`${target}/migration.sql\n`)
} finally {
  await postgres.stop()
  remove()
}
