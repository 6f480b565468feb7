import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { log } from '@/lib/kernel/log'
import { Document, type Coding } from '../documents/document'
import { PageFiles } from './page-files'
import { PageTree } from './page-tree'

const noon = Date.UTC(2026, 10, 29, 12)
const clock = { now: noon }
let folder: string
const opened: PageFiles[] = []

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pages-'))
  clock.now = noon
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
})
afterEach(async () => {
  for (const files of opened.splice(0)) await files.stop()
  vi.useRealTimers()
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

/** What a process keeps that answers readers and hears of changes. */
function started({ hears = true, root = folder, expire = () => {} } = {}) {
  const files = new PageFiles(new PageTree(root, `${opened.length}-`), () => clock.now)
  opened.push(files)
  files.emptied(hears)
  files.open(expire)
  return files
}

/** A page that was given in these codings. */
function given(html: string, ...codings: Coding[]) {
  const document = new Document(200, html)
  for (const coding of codings) document.given.add(coding)
  return document
}

/** The file that nginx takes for a page at this time; when nobody answers it, `last`. */
const fileAt = (address: string, coding: Coding = 'identity', kind: 'now' | 'last' = 'now') =>
  path.join(
    folder,
    kind,
    String(Math.floor(clock.now / (kind === 'now' ? 1_000 : 10_000))),
    `${address}.d`,
    coding,
  )
const seen = (...of: Parameters<typeof fileAt>) => existsSync(fileAt(...of))
const written = (...of: Parameters<typeof fileAt>) => vi.waitFor(() => expect(seen(...of)).toBe(true))

async function pass(milliseconds: number) {
  clock.now += milliseconds
  vi.advanceTimersByTime(250)
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
}

test('a page lies there in the codings in which it was given, and in those to come', async () => {
  const files = started()
  const page = given('<p>lamp</p>', 'br', 'identity')
  expect(files.offer('/en/series', page)).toBe(true)
  for (const coding of ['br', 'identity'] as const) {
    await written('/en/series', coding)
    expect(readFileSync(fileAt('/en/series', coding))).toEqual(await page.body(coding))
  }
  expect(seen('/en/series', 'gzip')).toBe(false)
  page.given.add('gzip')
  files.offer('/en/series', page)
  await written('/en/series', 'gzip')
  files.offer('/en', page)
  await written('/en', 'br')
})

test('what is no page that all see alike has no file, and is not offered again', async () => {
  const files = started()
  const page = given('x', 'identity')
  expect(files.offer('/en?page=2', page)).toBe(true)
  expect(files.offer('/feed', new Document(200, 'x', 'application/rss+xml'))).toBe(true)
  expect(files.offer('/missing', new Document(404, 'x'))).toBe(true)
  expect(files.offer('/en', page)).toBe(true)
  await written('/en')
  expect(readdirSync(path.join(fileAt('/en'), '..', '..'))).toEqual(['en.d'])
})

test('a page goes at once, in all codings, and pages below it stay', async () => {
  const files = started()
  const page = given('x', 'identity', 'gzip')
  for (const address of ['/en', '/en/series']) files.offer(address, page)
  await written('/en/series', 'gzip')
  expect(files.gone('/en')).toBe(true)
  for (const kind of ['now', 'last'] as const) {
    expect(seen('/en', 'gzip', kind)).toBe(false)
    expect(seen('/en/series', 'gzip', kind)).toBe(true)
  }
  expect([files.gone('/en'), files.gone('/never')]).toEqual([false, false])
  await vi.waitFor(() => expect(readdirSync(path.join(folder, 'making'))).toEqual([]))
})

test('what goes while it is being written is not put there, also when another comes', async () => {
  const files = started()
  const write = PageTree.prototype.write
  let second: Document | undefined
  vi.spyOn(PageTree.prototype, 'write').mockImplementation(async function (this: PageTree, ...what) {
    const file = await write.apply(this, what)
    if (!second) {
      second = given('second', 'identity')
      files.gone('/en')
      files.offer('/en', second)
    }
    return file
  })
  files.offer('/en', given('first', 'identity'))
  await written('/en')
  expect(readFileSync(fileAt('/en'), 'utf8')).toBe('second')
  expect(readdirSync(path.join(folder, 'making'))).toEqual([])
})

test('what goes while it is being written, and has none to follow, is not there', async () => {
  const files = started()
  const write = PageTree.prototype.write
  vi.spyOn(PageTree.prototype, 'write').mockImplementationOnce(async function (this: PageTree, ...what) {
    const file = await write.apply(this, what)
    files.gone('/en')
    return file
  })
  for (const address of ['/en', '/ja']) files.offer(address, given('x', 'identity'))
  await written('/ja')
  expect(seen('/en')).toBe(false)
})

test('without us pages are given for two seconds, and for a minute when nobody answers', async () => {
  const files = started()
  files.offer('/en', given('x', 'identity'))
  await written('/en')
  for (let second = 0; second < 30; second++) {
    await pass(1_000)
    expect([seen('/en'), seen('/en', 'identity', 'last')]).toEqual([true, true])
  }
  await files.stop()
  const links = (kind: string) => readdirSync(path.join(folder, kind)).length
  expect([links('now'), links('last')]).toEqual([2, 6])
  clock.now += 1_999
  expect(seen('/en')).toBe(true)
  clock.now += 1
  expect([seen('/en'), seen('/en', 'identity', 'last')]).toEqual([false, true])
  clock.now += 58_000
  expect(seen('/en', 'identity', 'last')).toBe(false)
})

test('while changes cannot be heard pages are for when nobody answers, and after it for nobody', async () => {
  const files = started()
  files.offer('/en', given('x', 'identity'))
  await written('/en')
  files.emptied(false)
  expect([seen('/en'), seen('/en', 'identity', 'last')]).toEqual([false, true])
  await pass(1_000)
  expect(seen('/en')).toBe(false)
  expect([files.offer('/en', given('y', 'identity')), files.gone('/en')]).toEqual([false, false])
  expect(seen('/en', 'identity', 'last')).toBe(true)
  files.emptied(true)
  expect([seen('/en'), seen('/en', 'identity', 'last')]).toEqual([false, false])
  files.offer('/ja', given('z', 'identity'))
  await written('/ja')
  await vi.waitFor(() => expect(readdirSync(path.join(folder, 'pages'))).toHaveLength(1))
})

test('what another process has left is given until this one answers and hears, and no longer', async () => {
  const before = started()
  before.offer('/en', given('x', 'identity'))
  await written('/en')
  await before.stop()
  const files = new PageFiles(new PageTree(folder, 'next-'), () => clock.now)
  opened.push(files)
  files.emptied(true)
  expect(files.offer('/ja', given('y', 'identity'))).toBe(false)
  expect(seen('/en', 'identity', 'last')).toBe(true)
  files.emptied(false)
  files.open(() => {})
  expect(seen('/en', 'identity', 'last')).toBe(true)
  files.emptied(true)
  expect([seen('/en'), seen('/en', 'identity', 'last')]).toEqual([false, false])
  await vi.waitFor(() => expect(readdirSync(path.join(folder, 'pages'))).toEqual(['next-2']))
})

test('pages whose time is over go with the next beat', async () => {
  const files: PageFiles = started({ expire: () => clock.now > noon && files.gone('/en') })
  files.offer('/en', given('x', 'identity'))
  await written('/en')
  await pass(1)
  expect(seen('/en')).toBe(false)
})

test('any user may read what is there', async () => {
  const mask = process.umask(0o077)
  const files = started()
  files.offer('/en/series', given('x', 'identity'))
  await written('/en/series')
  process.umask(mask)
  let place = readFileSync(fileAt('/en/series')) && fileAt('/en/series')
  expect(statSync(place).mode & 0o444).toBe(0o444)
  while ((place = path.dirname(place)) !== path.dirname(folder))
    expect(statSync(place).mode & 0o055).toBe(0o055)
})

test('the same page has the same time for nginx’s tag, and another one another', async () => {
  const files = started()
  const timeOf = async (html: string) => {
    files.gone('/en')
    files.offer('/en', given(html, 'identity'))
    await written('/en')
    return statSync(fileAt('/en')).mtimeMs
  }
  const [one, other, again] = [await timeOf('one'), await timeOf('two'), await timeOf('one')]
  expect(again).toBe(one)
  expect(other).not.toBe(one)
})

test('where the disk fails nothing is kept, which is said once', async () => {
  const said = vi.spyOn(log, 'error').mockReturnValue(undefined)
  const file = path.join(folder, 'file')
  writeFileSync(file, '')
  const unable = started({ root: path.join(file, 'below') })
  await pass(1_000)
  expect(unable.offer('/en', given('x', 'identity'))).toBe(false)
  expect(said).toHaveBeenCalledTimes(1)
  const files = started()
  files.offer('/en', given('x', 'identity'))
  await written('/en')
  rmSync(path.join(folder, 'making'), { recursive: true })
  expect(files.gone('/en')).toBe(true)
  expect([seen('/en'), readdirSync(path.join(folder, 'now'))]).toEqual([false, []])
  expect(files.offer('/en', given('x', 'identity'))).toBe(false)
  expect(said).toHaveBeenCalledTimes(2)
})
