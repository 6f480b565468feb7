import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeFolder, NoFolder } from './folder'

const place = mkdtempSync(path.join(tmpdir(), 'chapterhouse-folder-'))
afterAll(() => rmSync(place, { recursive: true }))

test('a folder is made with all above it, and may be there already', () => {
  const folder = path.join(place, 'of', 'a', 'site')
  makeFolder(folder)
  makeFolder(folder)
  expect(statSync(folder).isDirectory()).toBe(true)
})

test.runIf(process.platform === 'linux')('where no folder can be made, that is said at once', () => {
  expect(() => makeFolder('/proc/x')).toThrow(NoFolder)
  expect(() => makeFolder('/proc/x/y/z')).toThrow(NoFolder)
})

test('nor behind a link that leads nowhere', () => {
  symlinkSync(path.join(place, 'nowhere'), path.join(place, 'link'))
  expect(() => makeFolder(path.join(place, 'link'))).toThrow(NoFolder)
})

test('a file in the way is told from one on the way', () => {
  const file = path.join(place, 'file')
  writeFileSync(file, '')
  expect(() => makeFolder(file)).toThrow('EEXIST')
  expect(() => makeFolder(path.join(file, 'below', 'it'))).toThrow('ENOTDIR')
})
