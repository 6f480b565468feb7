import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const most = { lines: 200, files: 15 }

/** Files that are longer, each with what makes one long list easier to read than parts of it. */
const longer: Record<string, string> = {
  'e2e/support/hostile/hostile-actions.ts': 'a table: one entry for each action and what strangers send it',
  'scripts/trials/front-page-day.ts':
    'a program that is read from its top to its end, and used by nobody else',
}

const code = globSync(['*.{ts,js,mjs}', '{app,components,e2e,lib,prisma,scripts}/**/*.{ts,tsx,mts,js,mjs}'])
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !/\.(test|spec)\.tsx?$|\.d\.m?ts$|\/generated\//.test(file) && file !== 'next-env.d.ts')

const linesOf = (file: string) => readFileSync(file, 'utf8').trimEnd().split('\n').length

test('no file of code is longer than 200 lines without a reason, and no reason is left over', () => {
  const long = code.filter((file) => linesOf(file) > most.lines)
  expect(long.sort()).toEqual(Object.keys(longer).sort())
})

test('no folder has more than 15 files of code', () => {
  const folders = Object.entries(Object.groupBy(code, (file) => path.dirname(file)))
  expect(folders.length).toBeGreaterThan(100)
  const full = folders.map(([folder, files]) => `${folder}: ${files!.length}`)
  expect(full.filter((_, at) => folders[at]![1]!.length > most.files)).toEqual([])
})
