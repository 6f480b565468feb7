// Writes the SQL that turns the schema of the newest commit into the one on disk:
//   npm run new-migration -- add_something
// Prisma's own command wants a schema engine that it downloads; the diff between two datamodels does not.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { startPostgres } from '@/lib/db/postgres/embedded'
import { temporaryFolder } from '@/lib/db/postgres/temporary-folder'
import { sqlBetween, type Schema } from './steps/schema-engine'

const name = process.argv[2]
if (!name || !/^[a-z0-9_]+$/.test(name)) throw new Error('Give the migration a name such as add_tags')

const folder = 'prisma/schema'
const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' })

const committed = (): Schema =>
  git('ls-tree', '--name-only', 'HEAD', `${folder}/`)
    .split('\n')
    .filter((file) => file.endsWith('.prisma'))
    .map((file) => [file, git('show', `HEAD:${file}`)])

const onDisk = (): Schema =>
  readdirSync(folder).map((file) => [file, readFileSync(path.join(folder, file), 'utf8')])

const temporary = temporaryFolder('migration')
const postgres = await startPostgres(temporary.folder)
try {
  const sql = await sqlBetween(committed(), onDisk(), postgres.url)
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const target = path.join('prisma', 'migrations', `${stamp}_${name}`)
  mkdirSync(target, { recursive: true })
  writeFileSync(path.join(target, 'migration.sql'), sql)
  process.stdout.write(`${target}/migration.sql\n`)
} finally {
  await postgres.stop()
  temporary.remove()
}
