import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { lockAlone, lockTogether } from './file-lock'

const folder = mkdtempSync(path.join(tmpdir(), 'chapterhouse-lock-'))
let other: ChildProcess

// The same code in a process of its own: it takes the lock that it is told to take, says whether it has got it, and keeps it.
beforeEach(() => {
  const program = `
    import * as locks from ${JSON.stringify(path.resolve('lib/kernel/files/file-lock.ts'))}
    process.on('message', ([how, file]) => process.send(Boolean(locks[how](file))))`
  other = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
})
afterEach(() => void other.kill('SIGKILL'))
afterAll(() => rmSync(folder, { recursive: true }))

async function elsewhere(how: 'lockAlone' | 'lockTogether', file: string) {
  other.send([how, file])
  return (await once(other, 'message'))[0] as boolean
}

let count = 0
const aFile = () => path.join(folder, `${count++}.lock`)

test('alone keeps everybody out, here and in another process', async () => {
  const file = aFile()
  const lock = lockAlone(file)!
  expect(lockAlone(file)).toBeUndefined()
  expect(lockTogether(file)).toBeUndefined()
  expect(await elsewhere('lockAlone', file)).toBe(false)
  expect(await elsewhere('lockTogether', file)).toBe(false)
  lock.release()
  expect(await elsewhere('lockAlone', file)).toBe(true)
  expect(lockTogether(file)).toBeUndefined()
})

test('together keeps out who wants to be alone, until the last has let go', async () => {
  const file = aFile()
  const [first, second] = [lockTogether(file)!, lockTogether(file)!]
  expect(lockAlone(file)).toBeUndefined()
  first.release()
  expect(await elsewhere('lockAlone', file), 'the second still shares it').toBe(false)
  expect(await elsewhere('lockTogether', file)).toBe(true)
  second.release()
  expect(lockAlone(file), 'the other process still shares it').toBeUndefined()
})

test('what else stands in the file is no hindrance', async () => {
  const file = aFile()
  writeFileSync(file, '4711\n'.repeat(200))
  const lock = lockAlone(file)!
  expect(await elsewhere('lockAlone', file)).toBe(false)
  lock.release()
})

test('where no lock can be had, nobody is kept out', () => {
  const file = aFile()
  mkdirSync(file)
  lockAlone(file)!.release()
  expect(lockTogether(file)).toBeDefined()
})

test('a holder that was killed holds nothing', async () => {
  const file = aFile()
  expect(await elsewhere('lockAlone', file)).toBe(true)
  expect(lockAlone(file)).toBeUndefined()
  other.kill('SIGKILL')
  await once(other, 'exit')
  lockAlone(file)!.release()
})
