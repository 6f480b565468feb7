// Brings the site up from nothing: packages, database client, build, server. With --dev, the pages are
// compiled as they are asked for and everything reloads when a file changes.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { install } from './steps/install.mjs'
import { build, buildServer, generate } from './steps/build.mjs'
import { environment, ourNode, root, step } from './steps/run.mjs'

const development = process.argv.includes('--dev')

try {
  await install()
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

if (existsSync(path.join(root, '.env'))) process.loadEnvFile(path.join(root, '.env'))

const server = spawn(
  ourNode(),
  development ? ['scripts/dev.mjs'] : ['--enable-source-maps', 'dist/server.js'],
  {
    cwd: root,
    env: environment({ NODE_ENV: development ? 'development' : 'production' }),
    stdio: 'inherit',
  },
)
// A Ctrl-C reaches the server by itself; a signal sent to this process alone is handed on.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => server.kill('SIGTERM'))
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
