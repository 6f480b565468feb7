import { existsSync, readFileSync } from 'node:fs'
import { globSync } from 'node:fs'
import { expect, test } from 'vitest'

// A row of a parity page says which test holds it. These tests hold that the tests are there.

const pages = ['docs/akismet-parity.md', 'docs/wordpress-parity.md']
const files = globSync('{lib,components,e2e,app,scripts}/**/*.{test,spec}.{ts,tsx}')
const commands = Object.keys(
  (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts,
)
const plain = (text: string) =>
  text
    .replace(/[`*_\\]/g, '')
    .replace(/[’‘']/g, '’')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()

/** The rows of a page's tables, as cells. */
const rowsOf = (page: string) =>
  readFileSync(page, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[\s|:-]+$/.test(line))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )

const fileOf = (name: string) =>
  files.find((file) => file === name || file.endsWith(`/${name}`)) ?? (existsSync(name) ? name : undefined)

/** What is wrong with the last cell of a row: `file.test.ts` › title; `npm run command`; … › title: the file before. */
function faultsOf(cell: string, before: { file?: string }): string[] {
  return cell.split(';').flatMap((part) => {
    const [name = '', title] = part.split('›').map((text) => text.trim())
    const command = /`npm run ([\w-]+)`/.exec(name)?.[1]
    if (command) return commands.includes(command) ? [] : [`no command ${command}`]
    const wanted = /`([^`]+)`/.exec(name)?.[1]
    if (wanted) before.file = fileOf(wanted)
    if (wanted && !before.file) return [`no file ${wanted}`]
    if (!wanted && name !== '…') return [`“${part.trim()}” names no test`]
    if (!title) return []
    // What stands in brackets says which of a test's cases is meant.
    return plain(readFileSync(before.file!, 'utf8')).includes(plain(title.replace(/\([^)]*\)$/, '')))
      ? []
      : [`no “${title}” in ${before.file}`]
  })
}

test.each(pages)('every row of %s names tests that are there, or says why nothing is', (page) => {
  const before: { file?: string } = {}
  const faults = rowsOf(page).flatMap((cells) => {
    const cell = cells.at(-1)!
    if (cell === 'test') return []
    const what = cells[0]!.slice(0, 60)
    if (cell === '–') return cells.some((one) => one.startsWith('left out')) ? [] : [`${what}: no test`]
    return faultsOf(cell, before).map((fault) => `${what}: ${fault}`)
  })
  expect(faults).toEqual([])
  expect(rowsOf(page).length).toBeGreaterThan(20)
})
