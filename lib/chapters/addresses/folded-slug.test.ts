import fc from 'fast-check'
import { expect, test } from 'vitest'
import { telltaleCharacters } from '@/lib/kernel/testing/characters'
import { slugify } from '../rules'
import { foldSlug } from './folded-slug'

const differs = (title: string) => {
  const slug = slugify(title)
  return slug !== undefined && foldSlug(slug) !== foldSlug(title)
}

test.each([
  ['كيف حالك؟', 'كيف-حالك'],
  ['「霧笛。」', '霧笛'],
  ['霧！笛？', '霧-笛'],
  ['“Fog” ‘lamp’…', 'fog-lamp'],
  ['می‌شود', 'میشود'],
  ['co\u00adoperate', 'cooperate'],
  ['か\u309bき', 'がき'],
  ['ക്\u200d', 'ക്'],
  ['a. \u093fb', 'a-b'],
])('%s has the slug %s and is found by it', (title, slug) => {
  expect(slugify(title)).toBe(slug)
  expect(foldSlug(title)).toBe(foldSlug(slug))
})

test('the slug of a title is folded as the title is, whatever character stands in it', () => {
  expect(telltaleCharacters().filter((one) => differs(`a${one}b ${one}c か${one} ${one}`))).toEqual([])
}, 60_000)

test('and whatever several do', () => {
  const every = telltaleCharacters()
  const like = (sign: RegExp) => fc.constantFrom(...every.filter((one) => sign.test(one)))
  const sign = fc.oneof(
    ...[/\p{P}/u, /\p{S}/u, /\p{Z}/u, /\p{M}/u, /\p{Default_Ignorable_Code_Point}/u].map(like),
    ...[/\p{L}/u, /\p{N}/u].map(like),
    fc.constantFrom(...'aİßςΣがゞ\u309b\u3099क्\u200d\u200cـ'),
  )
  const title = fc.oneof(fc.string({ unit: sign, maxLength: 40 }), fc.string({ unit: 'binary' }))
  fc.assert(
    fc.property(title, (any) => {
      expect(differs(any)).toBe(false)
    }),
    { numRuns: 1_000 },
  )
})
