import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { compareDoors } from './doors.mjs'
import { ourNode, root, run, step } from './run.mjs'

const sources = [
  'app',
  'components',
  'lib',
  'prisma',
  'public',
  'scripts',
  'server.ts',
  'instrumentation.ts',
  'proxy.ts',
  'next.config.js',
]
const settings = ['package-lock.json', 'tsconfig.json', 'postcss.config.mjs', 'prisma.config.ts']

/** Generates the Prisma client, builds pages and server; does nothing when nothing has changed since. */
export async function build() {
  const mark = path.join(root, 'dist', '.built')
  const wanted = fingerprint()
  const whole = existsSync(path.join(root, '.next', 'BUILD_ID')) && existsSync(mark)
  if (whole && readFileSync(mark, 'utf8') === wanted) return
  rmSync(mark, { force: true })
  await generate()
  await step('Building the server', buildServer)
  await step('Building the pages', () => run(ourNode(), [bin('next'), 'build'], { quiet: true }))
  await step('Comparing the pages with the policy', () => compareDoors(root))
  writeFileSync(mark, wanted)
}

export async function generate() {
  await step('Generating the database client', () =>
    run(ourNode(), [bin('prisma'), 'generate'], { quiet: true }),
  )
}

/** Bundles server, worker, migrations and the small commands beside them into dist/, and the reader's script under a name made of its content. */
export async function buildServer() {
  const { build: bundle } = await import('esbuild')
  rmSync(path.join(root, 'dist'), { recursive: true, force: true })
  mkdirSync(path.join(root, 'dist', 'assets'), { recursive: true })
  await bundle({
    absWorkingDir: root,
    entryPoints: {
      server: 'server.ts',
      worker: 'lib/server/process/worker.ts',
      migrate: 'lib/server/process/migrate.ts',
      'refuse-second': 'lib/server/process/refuse-second.ts',
      admin: 'lib/server/process/admin.ts',
    },
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    jsx: 'automatic',
    sourcemap: true,
    logLevel: 'warning',
  })
  const reader = await bundle({
    absWorkingDir: root,
    entryPoints: ['components/site/reader/main.ts'],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    logLevel: 'warning',
  })
  const script = reader.outputFiles[0].contents
  const name = `/assets/reader-${createHash('sha256').update(script).digest('hex').slice(0, 10)}.js`
  writeFileSync(path.join(root, 'dist', name), script)
  writeFileSync(path.join(root, 'dist', 'assets.json'), JSON.stringify({ reader: name }))
}

const bin = (name) => path.join(root, 'node_modules', '.bin', name)

function fingerprint() {
  const hash = createHash('sha256').update(process.platform + process.arch)
  for (const name of [...sources, ...settings]) add(hash, path.join(root, name))
  return hash.digest('hex')
}

function add(hash, file) {
  if (!existsSync(file) || file === path.join(root, 'lib', 'db', 'generated')) return
  if (statSync(file).isDirectory()) {
    for (const name of readdirSync(file).sort()) add(hash, path.join(file, name))
  } else if (!/\.test\.tsx?$/.test(file)) {
    hash.update(path.relative(root, file)).update(readFileSync(file))
  }
}
