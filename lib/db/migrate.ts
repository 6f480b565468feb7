import { createRequire } from 'node:module'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { lockConnectionFor } from './locks'

const noFilters = { externalTables: [], externalEnums: [] }

/**
 * Applies prisma/migrations to the database with Prisma's own schema engine (its WebAssembly build), so that
 * `_prisma_migrations` holds what `prisma migrate deploy` would write. Answers the names just applied.
 */
export async function migrate(connectionString: string, root = process.cwd()): Promise<string[]> {
  const guard = new pg.Client({ connectionString })
  guard.on('error', () => {}) // a connection that breaks fails the next question
  await guard.connect()
  try {
    await lockConnectionFor(guard, 'migrations') // two processes may start together
    const { engine, close } = await openEngine(connectionString, root)
    try {
      const { appliedMigrationNames } = await engine.applyMigrations({
        migrationsList: await migrationsList(root),
        filters: noFilters,
      })
      return appliedMigrationNames
    } finally {
      await close()
    }
  } finally {
    await guard.end()
  }
}

/** The SQL from an older schema (or nothing) to the schema of today. */
export async function sqlBetween(older: string | undefined, connectionString: string, root = process.cwd()) {
  const { engine, close } = await openEngine(connectionString, root)
  try {
    const answer = await engine.diff({
      from: older
        ? { tag: 'schemaDatamodel', files: [{ path: 'older.prisma', content: older }] }
        : { tag: 'empty' },
      to: {
        tag: 'schemaDatamodel',
        files: [{ path: 'schema.prisma', content: await readFile(schemaPath(root), 'utf8') }],
      },
      script: true,
      exitCode: null,
      filters: noFilters,
    })
    return answer.stdout ?? ''
  } finally {
    await close()
  }
}

const schemaPath = (root: string) => path.join(root, 'prisma', 'schema.prisma')

async function openEngine(connectionString: string, root: string) {
  const glue = await (loading ??= loadEngine())
  const scripts = new WholeScripts({ connectionString })
  const datamodels: [string, string][] = [['schema.prisma', await readFile(schemaPath(root), 'utf8')]]
  const engine = await glue.SchemaEngine.new(
    { datamodels },
    () => {},
    bindMigrationAwareSqlAdapterFactory(scripts) as never,
  )
  const close = async () => {
    engine.free()
    await scripts.close()
  }
  return { engine, close }
}

// Once a process: the glue keeps views into the memory of the instance it was given first.
let loading: ReturnType<typeof loadEngine> | undefined

// The package's own entry imports its .wasm as a module, which Node does not do: instantiate it by hand.
async function loadEngine() {
  const require = createRequire(import.meta.url)
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const folder = path.dirname(require.resolve('@prisma/schema-engine-wasm/schema_engine_bg'))
  const { instance } = await WebAssembly.instantiate(
    await readFile(path.join(folder, 'schema_engine_bg.wasm')),
    {
      './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports,
    },
  )
  const internals = glue as unknown as { __wbg_set_wasm: (exports: unknown) => void }
  internals.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
  return glue
}

// The adapter cuts a script at every semicolon, also inside comments and function bodies. Postgres takes the
// whole of it at once, as one transaction.
class WholeScripts extends PrismaPg {
  private readonly pools: pg.Pool[] = []

  override async connect() {
    const adapter = await super.connect()
    const { client } = adapter as unknown as { client: pg.Pool }
    this.pools.push(client)
    adapter.executeScript = async (script) => void (await client.query(script))
    return adapter
  }

  // The engine takes an advisory lock and leaves it to the end of its connections.
  async close() {
    await Promise.all(this.pools.map((pool) => pool.end()))
  }
}

async function migrationsList(root: string) {
  const baseDir = path.join(root, 'prisma', 'migrations')
  const entries = await readdir(baseDir, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return {
    baseDir,
    lockfile: {
      path: './migration_lock.toml',
      content: await readFile(path.join(baseDir, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.sort().map(async (name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: {
            tag: 'ok' as const,
            value: await readFile(path.join(baseDir, name, 'migration.sql'), 'utf8'),
          },
        },
      })),
    ),
  }
}
