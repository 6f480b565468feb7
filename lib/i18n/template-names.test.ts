import { expect, test } from 'vitest'
import { templateNames } from '@/lib/kernel/testing/template-names'
import { isolated } from './isolated'
import { mailWords } from './mail-words'
import { deskWords } from './desk-words'
import { locales } from './locales'
import { authorWords } from './author-words'
import { say, words } from './words'

const flat = (dictionary: object): string[] =>
  Object.values(dictionary).flatMap((value) => (typeof value === 'string' ? [value] : flat(value as object)))
const slots = (message: string, slot: RegExp) => [
  ...new Set([...message.matchAll(slot)].map(([, name]) => name!)),
]

test.each(templateNames)('no message reads anything into the name %j', (name) => {
  let filled = 0
  for (const locale of locales)
    for (const message of [words, mailWords, authorWords, deskWords].flatMap((of) => flat(of(locale)))) {
      const named = slots(message, /\{(\w+)\}/g)
      // Words that go with a count are chosen by it: not each of them is said.
      if (named.length === 0 || /plural|select/.test(message)) continue
      const counted = slots(message, /\{(\w+),/g).map((slot) => [slot, 2])
      const tagged = slots(message, /<(\w+)>/g).map((tag) => [tag, (inside: string[]) => inside.join('')])
      const values = Object.fromEntries([...counted, ...tagged, ...named.map((slot) => [slot, name])])
      const said = say(locale, message, values as Record<string, string | number>)
      expect(said.split(isolated(locale, name)).length, message).toBeGreaterThan(named.length)
      filled++
    }
  expect(filled).toBeGreaterThan(100)
})
