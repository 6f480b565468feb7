import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DamagedFile, keptText } from './kept-text'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kept-text-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('it is made once and kept', () => {
  const file = path.join(folder, 'secret')
  expect(keptText(file, () => 'the first one', 8)).toBe('the first one')
  expect(keptText(file, () => 'the second one', 8)).toBe('the first one')
  expect(readdirSync(folder)).toEqual(['secret'])
})

test.each(['', ' \n', 'short'])('a damaged file (%j) is never used', (content) => {
  const file = path.join(folder, 'secret')
  writeFileSync(file, content)
  expect(() => keptText(file, () => 'a new one', 8)).toThrow(DamagedFile)
})
