import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'

// A clone in which nothing is installed, with an npm that takes for ever, as does what it has started.
const clone = mkdtempSync(path.join(tmpdir(), 'chapterhouse-clone-'))
const pidFile = path.join(clone, 'pids')

beforeAll(() => {
  for (const part of ['scripts', 'lib/kernel/stopping.mjs', 'package.json'])
    cpSync(part, path.join(clone, part), { recursive: true })
  writeFileSync(path.join(clone, 'package-lock.json'), '{}')
  mkdirSync(path.join(clone, 'node_modules'))
  const file = path.join(clone, 'npm')
  writeFileSync(
    file,
    `#!/bin/sh
     [ -z "$STUBBORN" ] || trap '' TERM
     sleep 600 &
     echo "$$ $!" > ${pidFile}.new && mv ${pidFile}.new ${pidFile}
     wait; sleep 600`,
  )
  chmodSync(file, 0o755)
})
afterAll(() => rmSync(clone, { recursive: true }))

async function installing(env: Record<string, string> = {}, through?: string) {
  rmSync(pidFile, { force: true })
  const args = through ? ['-e', through] : ['scripts/up.mjs']
  const up = spawn(process.execPath, args, {
    cwd: clone,
    env: { ...process.env, PATH: `${clone}:${process.env.PATH}`, npm_lifecycle_script: '', ...env },
    stdio: 'ignore',
  })
  await expect.poll(() => existsSync(pidFile), { timeout: 20_000 }).toBe(true)
  return { up, pids: readFileSync(pidFile, 'utf8').split(' ').map(Number) }
}

/** Whether it runs; one that has ended, and that nobody has asked about yet, does not. */
function alive(pid: number) {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })
  return /^[^Z\s]/.test(stdout)
}
const noneOf = (pids: number[]) =>
  expect.poll(() => pids.filter(alive), { timeout: 20_000, interval: 20 }).toEqual([])

async function endOf(child: ChildProcess) {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
  ['SIGKILL', null],
] as const)('%s ends what is being run, and what that has started', async (signal, code) => {
  const { up, pids } = await installing()
  up.kill(signal)
  expect(await endOf(up)).toBe(code)
  await noneOf(pids)
})

test('who does not listen is ended when somebody asks twice', async () => {
  const { up, pids } = await installing({ STUBBORN: 'yes' })
  up.kill('SIGTERM')
  up.kill('SIGTERM') // the same wish: npm and a terminal both hand it on
  await pause(600)
  expect(pids.filter(alive)).toEqual(pids)
  up.kill('SIGTERM')
  expect(await endOf(up)).toBe(143)
  await noneOf(pids)
})

test.each([
  ['exec node scripts/up.mjs', true],
  ['NODE_ENV=production exec node dist/server.js', true],
  ['node scripts/up.mjs &', false],
])('when npm has ended by itself, a script like `%s` ends: %s', async (script, ends) => {
  const npm = `const { spawn } = require('node:child_process')
    spawn(process.execPath, ['scripts/up.mjs'], { stdio: 'inherit' })`
  const { up, pids } = await installing({ npm_lifecycle_script: script }, npm)
  up.kill('SIGKILL')
  await endOf(up)
  if (ends) return noneOf(pids)
  await pause(1_200)
  expect(pids.filter(alive)).toEqual(pids)
  process.kill(-pids[0]!, 'SIGKILL')
  await noneOf(pids)
})
