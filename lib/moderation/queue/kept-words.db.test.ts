import fc from 'fast-check'
import { expect, test } from 'vitest'
import { db } from '@/lib/db/client'

interface Said {
  name: string
  email: string
  url: string | null
  text: string
}

const said = (more: Partial<Said>): Said => ({ name: '', email: '', url: null, text: '', ...more })

/** What is kept of each, and what is found by looking for every script and for the hosts of links. */
async function kept(all: readonly Said[]) {
  return db.$queryRaw<{ words: string; asked: string }[]>`
    select words_of_comment(name, email, url, text)::text as words,
      array_to_tsvector(
        search_grams(search_bare(search_plain(left(concat_ws(' ', name, email, url, text), 20000))))
        || array(select ':' || regexp_replace(lower(found[1]), '^www\\.', '')
          from regexp_matches(concat_ws(' ', url, text), 'https?://([^\\s/?#<>"@:]{1,253})', 'gi') as found))::text as asked
    from unnest(${all.map(({ name }) => name)}::text[], ${all.map(({ email }) => email)}::text[],
      ${all.map(({ url }) => url)}::text[], ${all.map(({ text }) => text)}::text[]) as s (name, email, url, text)`
}

test.each([
  [said({ text: 'The Lamp, the lamp.' }), "'lamp' 'the'"],
  [said({ name: 'Rea', email: 'Rea.Lee@Example.org' }), "'example' 'lee' 'org' 'rea'"],
  [said({ text: 'It’s “late” – 7th' }), "'7th' 'it' 'late' 's'"],
  [said({ url: 'https://www.Bo.example/' }), "':bo.example' 'bo' 'example' 'https' 'www'"],
  [said({ text: '  ,.; ' }), ''],
  [said({ text: '灯台A' }), "'a' '台' '灯台'"],
  [said({ text: `${'x'.repeat(61)}y` }), `'${'x'.repeat(60)}'`],
])('%j is kept as %s', async (one, words) => {
  expect(await kept([one])).toEqual([{ words, asked: words }])
})

test('a link behind twenty thousand characters is still found by its host', async () => {
  const [row] = await kept([said({ text: `${'word '.repeat(4_000)} HTTPS://far.example/x` })])
  expect(row!.words).toContain("':far.example'")
  expect(row!.words).toBe(row!.asked)
})

test('whatever is typed, the short way keeps what the long way finds', async () => {
  const character = fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min: 1, max: 0x7f }).map((code) => String.fromCharCode(code)) },
    { weight: 2, arbitrary: fc.constantFrom('–', '—', '‘', '’', '“', '”', 'http://', 'HTTPS://WWW.a', '\n') },
    { weight: 1, arbitrary: fc.constantFrom('é', 'İ', 'ß', '灯', '台', 'ガ', 'ال', 'ـ', '️', '𠮷', 'ſ', 'K') },
  )
  const field = (maxLength: number) => fc.array(character, { maxLength }).map((parts) => parts.join(''))
  const one = fc.record({ name: field(8), email: field(8), url: fc.option(field(8)), text: field(90) })
  await fc.assert(
    fc.asyncProperty(fc.array(one, { minLength: 50, maxLength: 50 }), async (all) => {
      for (const { words, asked } of await kept(all)) expect(words).toBe(asked)
    }),
    { numRuns: 20 },
  )
})
