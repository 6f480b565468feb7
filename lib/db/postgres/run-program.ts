import { spawn } from 'node:child_process'
import { statSync } from 'node:fs'
import path from 'node:path'
import type { Place } from './place'

export function run(place: Place, program: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(path.join(place.bin, program), args, {
      ...place.user,
      // The current folder may be one that the service user cannot enter.
      cwd: place.user ? '/' : statSync(place.bin).isDirectory() ? place.bin : '/',
      env: { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true, // a Ctrl-C in the terminal is for us; we stop Postgres after our own work is done
    })
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.on('error', reject)
    // 'exit', not 'close': the postgres that pg_ctl leaves behind keeps the pipes open.
    child.on('exit', (code) => {
      child.stdout.destroy()
      child.stderr.destroy()
      if (code === 0) resolve()
      else reject(new Error(`${program} ended with code ${code}: ${said.slice(-2_000)}`))
    })
  })
}
