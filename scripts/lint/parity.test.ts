import { existsSync, globSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

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

const testing = ['test', 'it', 'describe']

/** The titles of the tests in a source, of their cases, and of the groups around them; not of those that are not run. */
function titlesIn(source: string, file = 'a.test.ts'): string[] {
  const titles: string[] = []
  const look = (node: ts.Node) => {
    if (ts.isCallExpression(node)) {
      const [title] = node.arguments
      const names = namesOf(node.expression)
      if (names.some((name) => ['skip', 'todo', 'fixme'].includes(name)) && testing.includes(names[0]!))
        return
      if (testing.includes(names[0] ?? '') && title)
        titles.push(...(names.at(-1) === 'each' ? casesIn(title) : textOf(title)))
    }
    ts.forEachChild(node, look)
  }
  look(ts.createSourceFile(file, source, ts.ScriptTarget.Latest))
  return titles
}

/** `test.each(rows)` is `['test', 'each']`. */
function namesOf(node: ts.Expression): string[] {
  if (ts.isIdentifier(node)) return [node.text]
  if (ts.isPropertyAccessExpression(node)) return [...namesOf(node.expression), node.name.text]
  return ts.isCallExpression(node) ? namesOf(node.expression) : []
}

/** What stands in a table of cases: `test.each([['a case', 1]])`. */
const casesIn = (node: ts.Expression): string[] => {
  if (!ts.isArrayLiteralExpression(node)) return textOf(node)
  return node.elements.flatMap(casesIn)
}

const textOf = (node: ts.Expression): string[] => {
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (!ts.isTemplateExpression(node)) return []
  return [node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('')]
}

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
    const sought = plain(title.replace(/\([^)]*\)$/, ''))
    return titlesIn(readFileSync(before.file!, 'utf8'), before.file).some((one) =>
      plain(one).includes(sought),
    )
      ? []
      : [`no test “${title}” in ${before.file}`]
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

describe('a title is', () => {
  test.each([
    ['that of a test', `test('a thing', () => {})`],
    ['that of a group', `describe('a thing', () => {})`],
    ['that of cases', `test.each([1])('a thing', () => {})`],
    ['that of a test that waits', `test.concurrent(\`a thing\`, async () => {})`],
    ['that of a case', `test.each([['a thing', 1]])(title, () => {})`],
  ])('%s', (_what, source) => expect(titlesIn(source)).toEqual(['a thing']))

  test.each([
    ['what a comment says', `// test('a thing')`],
    ['what another call says', `expect('a thing')`],
    ['what is said inside a test', `test(title, () => { say('a thing') })`],
    ['that of a test that is not run', `test.skip('a thing', () => {})`],
    ['that of a group that is not run', `describe.skip('others', () => { test('a thing', () => {}) })`],
    ['that of a test without a body', `test.todo('a thing')`],
  ])('not %s', (_what, source) => expect(titlesIn(source)).toEqual([]))
})
