import { globSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

// What the pages of docs/ say of the tree: files that they name are there, links lead somewhere, decisions have a date.

const pages = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md')].map((page) =>
  page.replaceAll('\\', '/'),
)
const textOf = (page: string) => readFileSync(page, 'utf8')
const withoutBlocks = (text: string) => text.replace(/^```[^]*?^```/gm, '')

const ignored =
  /^(node_modules|\.git|\.next|\.data|\.cache|dist|test-results|playwright-report|lib\/db\/generated)(\/|$)/
/** Every file and folder of the tree that is not made by a program. */
const tree = new Set(walk('.'))

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(folder, entry.name)
    if (ignored.test(name)) return []
    return entry.isDirectory() ? [name, ...walk(name)] : [name]
  })
}

const topFolders = [...tree].filter((name) => !name.includes('/'))
const fileEnding = /\.(tsx?|jsx?|mjs|cjs|md|sql|prisma|css|conf)$/

/** Names in backticks that look like files or folders of ours. */
const namedPaths = (text: string) =>
  [...withoutBlocks(text).matchAll(/`([^`\n]+)`/g)]
    .map(([, name]) => name!)
    .filter((name) => /^[\w.@][^\s`'"=]*$/.test(name) && !/^(https?:|\*|\.{2})/.test(name))
    .filter((name) => fileEnding.test(name) || name.endsWith('/') || topFolders.includes(name.split('/')[0]!))
    .filter((name) => name.includes('/') || fileEnding.test(name))

// Made by programs, or somebody else's.
const notOurs = ['.data/', 'README.md']

const allNames = [...tree].join('\n')

/** Is something of this name there? It may be named from a room or an ability on: `submit/`, `submit/schema.ts`. */
function isThere(name: string): boolean {
  const pattern = name
    .replace(/\/$/, '')
    .replace(/[.+^$()|[\]{}\\]/g, (sign) => `\\${sign}`)
    .replace(/<[^>]*>|…|\*+/g, '.+')
  return new RegExp(`(^|/)${pattern}$`, 'm').test(allNames)
}

const headingsOf = (text: string) =>
  [...withoutBlocks(text).matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
    title!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .replace(/\s/g, '-'),
  )

/** The links of a page that lead nowhere. */
function brokenLinks(page: string, text: string): string[] {
  return [...withoutBlocks(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link]) => link!)
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [file = '', heading] = link.split('#')
      const target = file ? path.posix.join(path.posix.dirname(page), decodeURI(file)) : page
      if (target !== page && !tree.has(target.replace(/\/$/, ''))) return true
      return heading !== undefined && !headingsOf(target === page ? text : textOf(target)).includes(heading)
    })
}

describe.each(pages)('%s', (page) => {
  test('names only files and folders that are there', () =>
    expect(namedPaths(textOf(page)).filter((name) => !notOurs.includes(name) && !isThere(name))).toEqual([]))

  test('has no link that leads nowhere', () => expect(brokenLinks(page, textOf(page))).toEqual([]))
})

describe('what is named and linked', () => {
  test.each([
    ['`lib/server/nowhere.ts`', ['lib/server/nowhere.ts']],
    ['`lib/nowhere/` and `lib/server`', ['lib/nowhere/']],
    ['`nowhere/schema.ts`, `submit/schema.ts`', ['nowhere/schema.ts']],
    ['`lib/i18n/messages/<locale>/nothing.ts`', ['lib/i18n/messages/<locale>/nothing.ts']],
    ['`app/(desk)/(work)/desk/…/page.tsx` `npm run up` `/en/page/1` `*.test.ts`', []],
  ])('%s', (text, missing) => expect(namedPaths(text).filter((name) => !isThere(name))).toEqual(missing))

  test.each([
    ['[a](decisions/README.md) [b](https://example.org/x) [c](#the-house)', []],
    ['[a](nowhere.md)', ['nowhere.md']],
    ['[a](#nowhere) [b](glossary.md#words) [c](glossary.md#wards)', ['#nowhere', 'glossary.md#wards']],
  ])('%s', (text, broken) => expect(brokenLinks('docs/page.md', `# The house\n${text}`)).toEqual(broken))

  test('is found', () => {
    expect(pages.length).toBeGreaterThan(25)
    expect(pages.flatMap((page) => namedPaths(textOf(page))).length).toBeGreaterThan(150)
  })
})

const list = textOf('docs/decisions/README.md')
const decisions = readdirSync('docs/decisions').filter((name) => name !== 'README.md')
const neverWritten = ['008', '009', '010', '020']

describe('decisions', () => {
  test.each(decisions)('%s has its number, a date, a status and a line in the list', (file) => {
    const number = /^(\d{3})-[a-z0-9-]+\.md$/.exec(file)?.[1]
    const [title, blank, facts] = textOf(`docs/decisions/${file}`).split('\n')
    expect(title).toMatch(new RegExp(`^# ${number} \\S`))
    expect(blank).toBe('')
    expect(facts).toMatch(
      /^Date: \d{4}-\d{2}-\d{2}(, text of \d{4}-\d{2}-\d{2})?\. Status: (accepted|proposed|rejected|replaced by \[\d{3}\]\(\S+\))\.$/,
    )
    expect(list.match(new RegExp(`^\\| \\[${number} [^\\]]+\\]\\(${file}\\) +\\| \\S`, 'gm'))).toHaveLength(1)
  })

  test('have numbers without gaps, but for those that the list says were never written', () => {
    const numbers = decisions.map((file) => file.slice(0, 3))
    const upTo = Math.max(...numbers.map(Number))
    const all = Array.from({ length: upTo }, (_, place) => String(place + 1).padStart(3, '0'))
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(all.filter((number) => !numbers.includes(number))).toEqual(neverWritten)
    expect(list).toContain('Never written: 008, 009, 010 and 020.')
  })
})
