import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { signedIn } from '@/e2e/rig/signed-in'
import { fillWith, seenThen } from '@/e2e/support/earlier-data'
import { asToday, mends } from '@/e2e/support/mends-since'
import { linesOfPage, patiently, viewOf } from '@/e2e/support/readers-view'
import { editor, expect, openSiteOn, testWithSite } from '@/e2e/support/site'
import { checkerCodes, findings, inputs, ruleCodes } from '@/lib/i18n/statements/codes'

const name = 'site-of-2026-11-28'
const test = testWithSite(() => openSiteOn((databaseUrl) => fillWith(name, databaseUrl)))

test('what readers saw on 28 November 2026 is what they see', async ({ site }) => {
  const then = seenThen(name)
  const addresses = Object.keys(then)
  expect(addresses.length).toBeGreaterThan(120)
  const needed = new Set<string>()
  const next = addresses.values()
  // Some at once, and no more than one reader asks for.
  const reader = async () => {
    for (const path of next) {
      const expected = asToday(path, then[path]!, needed)
      expect.soft(await viewOf(site.url, path), decodeURIComponent(path)).toEqual(expected)
    }
  }
  await Promise.all([reader(), reader(), reader()])
  expect([...needed].sort(), 'a mend that changes nothing is not needed').toEqual(
    mends.map(({ why }) => why).sort(),
  )
})

test('no migration of then has been changed', async ({ site }) => {
  const applied = await site.query<{ migration: string; checksum: string }>(
    'select migration_name as migration, checksum from _prisma_migrations order by 1',
  )
  expect(applied.length).toBeGreaterThan(17)
  for (const { migration, checksum } of applied) {
    const text = readFileSync(`prisma/migrations/${migration}/migration.sql`)
    expect(createHash('sha256').update(text).digest('hex'), migration).toBe(checksum)
  }
})

test('the desk says in words what was decided then, and why', async ({ site }) => {
  const cookie = await signedIn(site.url, editor)
  const lines = async (path: string) =>
    linesOfPage(await (await patiently(site.url + path, { cookie })).text())
  const pages: Record<string, string[]> = {}
  for (const status of ['pending', 'approved', 'spam', 'trash'])
    pages[status] = await lines(`/desk/queue?status=${status}`)
  const comments = await site.query<{ id: string; name: string }>('select id, name from comment')
  for (const [said, path] of Object.entries(decided)) {
    const { id } = comments.find((one) => one.name === said)!
    pages[said] = await lines(`/desk/queue/${id}`)
    const text = pages[said].join('\n')
    for (const words of path) expect.soft(text, said).toContain(words)
  }
  for (const [page, said] of Object.entries(pages)) {
    expect.soft(said.length, page).toBeGreaterThan(5)
    for (const code of codes) expect.soft(said.join('\n'), page).not.toContain(code)
  }
})

// Who wrote a comment, and what its history says.
const decided: Record<string, string[]> = {
  Mia: ['Emil', 'Ada', 'I thought that I knew the phrase', 'A mistake: “called spam” is what she says'],
  Finn: ['changed by its author', 'Emil', 'local rules'],
  Dora: ['withdrawn by its author'],
  Greta: ['“goose fat” stands in the text', 'Emil'],
  Hugo: ['disallowed words', '“cheap watches” stands in the text', 'Ada'],
  Linker: ['spam verdict', 'It contains 5 links.'],
  Аda: ['staff look-alike', 'Ada'],
}

/** What stands in rows for these words. */
const codes = [...ruleCodes, ...checkerCodes, ...Object.keys(findings), ...Object.keys(inputs)].filter(
  (code) => code.includes('-'),
)
