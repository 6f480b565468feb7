// Brings the site up from nothing: packages, database client, build, server. With --dev, the pages are
// compiled as they are asked for and everything reloads when a file changes.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { build, buildServer, generate } from './steps/build.mjs'
import { install } from './steps/install.mjs'
import { root, runOurs, step, stopWhatRuns } from './steps/run.mjs'

const development = process.argv.includes('--dev')

stopWhatRuns()
if (existsSync(path.join(root, '.env'))) process.loadEnvFile(path.join(root, '.env'))
await refuseSecond()
try {
  await install({ tools: false })
  if (development) {
    await generate()
    await step('Building the server', buildServer)
  } else {
    await build()
  }
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}

runOurs(
  development ? ['scripts/dev.mjs'] : ['dist/server.js'],
  {
    NODE_ENV: development ? 'development' : 'production',
    // What each process compiled at its start before; a build removes it.
    NODE_COMPILE_CACHE: path.join(root, 'dist', 'compiled'),
  },
  (code) => process.exit(code),
)

/** Lets nothing be installed or built beneath a site that runs: what was built here before can tell whether it does. */
async function refuseSecond() {
  const program = path.join(root, 'dist', 'refuse-second.js')
  if (![program, path.join(root, 'node_modules', '.installed')].every((file) => existsSync(file))) return
  const code = await new Promise((ended) => runOurs([program], { NODE_ENV: 'production' }, ended))
  if (code === 3) process.exit(1)
}
