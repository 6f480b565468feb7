// Restarts the server when a file that it is made of changes. Pages of the desk are Next's own to reload.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import path from 'node:path'
import { buildServer } from './steps/build.mjs'
import { environment, ourNode, root } from './steps/run.mjs'

let server
let stopping = false
let again = false
let timer

function start() {
  server = spawn(ourNode(), ['--enable-source-maps', 'dist/server.js'], {
    cwd: root,
    env: environment(),
    stdio: 'inherit',
  })
  server.on('exit', async (code) => {
    if (stopping) process.exit(code ?? 0)
    if (!again) return // it failed: wait for the next change
    again = false
    start()
  })
}

async function changed() {
  try {
    await buildServer()
  } catch {
    return // the message is on the screen already
  }
  again = true
  if (server.exitCode === null) server.kill('SIGTERM')
  else start()
}

for (const folder of ['lib', 'components', 'prisma', 'scripts']) {
  watch(path.join(root, folder), { recursive: true }, (_event, name) => {
    if (!/\.tsx?$/.test(name ?? '') || name.includes('generated')) return
    clearTimeout(timer)
    timer = setTimeout(() => void changed(), 300)
  })
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    stopping = true
    if (server.exitCode !== null) process.exit(0)
    if (signal === 'SIGTERM') server.kill('SIGTERM')
  })
}
start()
