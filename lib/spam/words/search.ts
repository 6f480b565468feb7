import type { FieldCode } from '@/lib/i18n/statements/codes'
import type { SpamSubmission } from '../port'
import { foldForMatching, foldByLook, imitated, isMostlyLatin } from './fold'
import { hostsIn } from './hosts'
import type { Pattern, PatternWord } from './pattern'
import { spelledWords, withoutGaps, withoutMarks } from './spelled'
import { symbolic, withoutFlagEnds } from './symbols'

type Fields = Pick<SpamSubmission, 'name' | 'email' | 'url' | 'text'> &
  Partial<Pick<SpamSubmission, 'ip' | 'userAgent'>>

/** A comment, made ready to be searched for any number of patterns. */
export interface Searchable {
  /** name, email, url and text, each folded. */
  parts: Part[]
  hosts: Set<string>
  email: string
  ip: string
  agent: string
}

interface Part {
  field: 'name' | 'email' | 'url' | 'text'
  folded: string
  /** Without what stands between the characters of scripts that put no spaces between words. */
  joined: string[]
  symbolic: string
  words: Word[]
  places: Map<string, number[]>
  /** The same for what disguised words imitate. */
  disguised: Map<string, number[]>
}

interface Word {
  forms: string[]
  imitates: string[]
  at: number
}

const word = /[\p{L}\p{M}\p{N}]+/gu
export function searchable({ name, email, url, text, ip = '', userAgent = '' }: Fields): Searchable {
  const fields = { name, email, url: url ?? '', text }
  const folded = Object.entries(fields).map(
    ([field, value]) => [field as Part['field'], foldForMatching(value)] as const,
  )
  const amongLatin = isMostlyLatin(folded.map(([, value]) => value).join(' '))
  return {
    parts: folded.map(([field, value]) => ({
      ...partOf(field, value, foldByLook(fields[field]), amongLatin),
      symbolic: symbolic(fields[field]),
    })),
    hosts: hostsIn(Object.values(fields)),
    email: foldForMatching(email),
    ip,
    agent: foldForMatching(userAgent),
  }
}

export interface WordMatch {
  field: FieldCode
  excerpt: string
}

/** Where a pattern stands in a comment: the field, and some of the words around it. */
export function find(pattern: Pattern, comment: Searchable): WordMatch | undefined {
  switch (pattern.kind) {
    case 'words':
      return inParts(comment, (part) => placeOfWords(pattern.words, part))
    case 'within':
      return inParts(comment, ({ joined }) => placeOfPart(pattern.part, joined))
    case 'symbols':
      return inParts(comment, ({ symbolic }) => placeOfPart(pattern.part, [symbolic]))
    case 'email': {
      const found = pattern.address.startsWith('@')
        ? comment.email.endsWith(pattern.address) || comment.email.endsWith(`.${pattern.address.slice(1)}`)
        : comment.email === pattern.address
      return found ? { field: 'email', excerpt: comment.email } : undefined
    }
    case 'host': {
      const host = [...comment.hosts].find((one) => one === pattern.host || one.endsWith(`.${pattern.host}`))
      return host ? { field: 'link', excerpt: host } : undefined
    }
    case 'address':
      return pattern.holds(comment.ip) ? { field: 'address', excerpt: comment.ip } : undefined
    case 'agent':
      return comment.agent.includes(pattern.part)
        ? { field: 'browser', excerpt: comment.agent.slice(0, 80) }
        : undefined
  }
}

function partOf(field: Part['field'], folded: string, byLook: string, amongLatin: boolean) {
  // Each letter has become one letter, so the words are the same in number.
  const looks = wordsIn(byLook)
  const words = wordsIn(folded).map(({ word, at }, place) => ({
    forms: formsOf(word),
    imitates: imitated(word, looks[place]?.word ?? word, amongLatin),
    at,
  }))
  const joined = [...new Set([withoutGaps(folded), withoutMarks(folded)])]
  const places = placesOf(words, ({ forms }) => forms)
  return { field, folded, joined, words, places, disguised: placesOf(words, ({ imitates }) => imitates) }
}

const wordsIn = (text: string) => [
  ...[...text.matchAll(word)].map((match) => ({ word: match[0], at: match.index })),
  ...spelledWords(text),
]

function placesOf(words: Word[], forms: (word: Word) => string[]) {
  const places = new Map<string, number[]>()
  words.forEach((word, place) => {
    for (const form of forms(word)) {
      const known = places.get(form)
      if (known) known.push(place)
      else places.set(form, [place])
    }
  })
  return places
}

// As it is written, and in Arabic without its article ("the" is written as part of the word).
const formsOf = (word: string) => (article.test(word) ? [word, word.replace(article, '')] : [word])
const article = /^(?:و|ف)?(?:ب|ك)?(?:ال|لل)(?=\p{Script=Arabic}{3})/u

function placeOfPart(part: string, texts: string[]) {
  const text = texts.find((one) => one.includes(part))
  return text === undefined ? undefined : { text, at: text.indexOf(part), length: part.length }
}

function placeOfWords([first, ...rest]: PatternWord[], part: Part) {
  const start = startsOf(first!, part).find((place) =>
    rest.every((wanted, further) => {
      const word = part.words[place + 1 + further]
      return word && isWord(wanted, word)
    }),
  )
  if (start === undefined) return undefined
  return {
    text: part.folded,
    at: part.words[start]!.at,
    length: [first!, ...rest].map(({ word }) => word).join(' ').length,
  }
}

function startsOf({ word, unmasked, open }: PatternWord, { places, disguised }: Part) {
  if (!open) return [...(places.get(word) ?? []), ...(disguised.get(unmasked) ?? [])]
  // A long text repeats its words: each is looked at once.
  return [...beginning(word, places), ...beginning(unmasked, disguised)].sort((one, other) => one - other)
}

const beginning = (start: string, places: Map<string, number[]>) =>
  [...places].flatMap(([form, at]) => (form.startsWith(start) ? at : []))

const isWord = ({ word, unmasked, open }: PatternWord, { forms, imitates }: Word) =>
  open
    ? forms.some((form) => form.startsWith(word)) || imitates.some((form) => form.startsWith(unmasked))
    : forms.includes(word) || imitates.includes(unmasked)

function inParts(
  { parts }: Searchable,
  search: (part: Part) => { text: string; at: number; length: number } | undefined,
) {
  for (const part of parts) {
    const found = search(part)
    if (found) return { field: part.field, excerpt: excerptOf(found) }
  }
  return undefined
}

const excerptOf = ({ text, at, length }: { text: string; at: number; length: number }) => {
  const [from, to] = [Math.max(0, at - 30), Math.min(text.length, at + length + 30)]
  const cut = withoutFlagEnds(text.slice(from, to)).toWellFormed().replace(/\s+/g, ' ').trim()
  return `${from > 0 ? '…' : ''}${cut}${to < text.length ? '…' : ''}`
}
