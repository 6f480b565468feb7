import { createRequire } from 'node:module'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'

const noFilters = { externalTables: [], externalEnums: [] }

/** A schema of Prisma's: its files, as paths and texts. */
export type Schema = [path: string, content: string][]

/** The SQL from an older schema (or nothing) to a newer one. */
export const sqlBetween = (older: Schema | undefined, newer: Schema, connectionString: string) =>
  withEngine(newer, connectionString, async (engine) => {
    const answer = await engine.diff({
      from: older ? datamodel(older) : { tag: 'empty' },
      to: datamodel(newer),
      script: true,
      exitCode: null,
      filters: noFilters,
    })
    return answer.stdout ?? ''
  })

/** What Prisma's engine says of the migrations of a database: the names of those that are not as they should be. */
export const diagnosis = (schema: Schema, connectionString: string, root = process.cwd()) =>
  withEngine(schema, connectionString, async (engine) => {
    const { history, failedMigrationNames, editedMigrationNames, hasMigrationsTable } =
      await engine.diagnoseMigrationHistory({
        migrationsList: await migrationsList(root),
        optInToShadowDatabase: false,
        filters: noFilters,
      })
    return { history, failedMigrationNames, editedMigrationNames, hasMigrationsTable }
  })

const datamodel = (schema: Schema) => ({
  tag: 'schemaDatamodel' as const,
  files: schema.map(([path, content]) => ({ path, content })),
})

type Engine = Awaited<ReturnType<Awaited<ReturnType<typeof loadEngine>>['SchemaEngine']['new']>>

async function withEngine<Answer>(
  schema: Schema,
  connectionString: string,
  work: (engine: Engine) => Promise<Answer>,
): Promise<Answer> {
  const { SchemaEngine } = await (loading ??= loadEngine())
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString }))
  const engine = await SchemaEngine.new({ datamodels: schema }, () => {}, adapter as never)
  try {
    return await work(engine)
  } finally {
    engine.free()
  }
}

// Once a process: the glue keeps views into the memory of the instance it was given first.
let loading: ReturnType<typeof loadEngine> | undefined

// The package's own entry imports its .wasm as a module, which Node does not do: instantiate it by hand. Only tools and
// tests do this; what runs applies migrations by itself (lib/db/migrate.ts).
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
