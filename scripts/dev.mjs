// Restarts the server when a file that it is made of changes. Pages of the desk are Next's own to reload.
import { watch } from 'node:fs'
import path from 'node:path'
import { buildServer } from './steps/build.mjs'
import { root, runOurs, stopWhatRuns } from './steps/run.mjs'

let server
let again = false
let timer

function start() {
  again = false
  server = runOurs(['--enable-source-maps', 'dist/server.js'], {}, () => {
    if (again) start() // otherwise it failed: wait for the next change
  })
}

async function changed() {
  try {
    await buildServer()
  } catch {
    return // the message is on the screen already
  }
  if (server.exitCode !== null || server.signalCode !== null) return start()
  again = true
  server.kill('SIGTERM')
}

stopWhatRuns()
for (const folder of ['lib', 'components', 'prisma', 'scripts']) {
  watch(path.join(root, folder), { recursive: true }, (_event, name) => {
    if (!/\.tsx?$/.test(name ?? '') || name.includes('generated')) return
    clearTimeout(timer)
    timer = setTimeout(() => void changed(), 300)
  })
}
start()
