import type { SpamSubmission } from '../port'
import { fold, isMasked, isMostlyLatin, plain, unmask } from './fold'
import { asciiHost, withoutGaps, type Pattern } from './pattern'

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
  joined: string
  words: { forms: string[]; at: number }[]
  places: Map<string, number[]>
}

const word = /[\p{L}\p{M}\p{N}]+/gu
// "c.a.s.i.n.o": single letters that are kept apart.
const spelled = /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}][\s.\-_*·|]{1,2}){3,}[\p{L}\p{N}](?![\p{L}\p{N}])/gu
const bareHost = /(?<![\p{L}\p{N}.-])(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,63}(?![\p{L}\p{N}])/gu

export function searchable({ name, email, url, text, ip = '', userAgent = '' }: Fields): Searchable {
  const fields = { name, email, url: url ?? '', text }
  const folded = Object.entries(fields).map(
    ([field, value]) => [field as Part['field'], fold(value)] as const,
  )
  const amongLatin = isMostlyLatin(folded.map(([, value]) => value).join(' '))
  const hosts = Object.values(fields).flatMap((value) => plain(value).match(bareHost) ?? [])
  return {
    parts: folded.map(([field, value]) => partOf(field, value, amongLatin)),
    hosts: new Set(hosts.slice(0, 500).map((host) => asciiHost(host) ?? host)),
    email: fold(email),
    ip,
    agent: fold(userAgent),
  }
}

/** Where a pattern stands in a comment: the field, and some of the words around it. */
export function find(pattern: Pattern, comment: Searchable): { field: string; excerpt: string } | undefined {
  switch (pattern.kind) {
    case 'words':
      return inParts(comment, (part) => placeOfWords(pattern.words, part))
    case 'within':
      return inParts(comment, (part) => {
        const at = part.joined.indexOf(pattern.part)
        return at < 0 ? undefined : { text: part.joined, at, length: pattern.part.length }
      })
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

function partOf(field: Part['field'], folded: string, amongLatin: boolean): Part {
  const words = [...folded.matchAll(word)].map((match) => ({
    forms: formsOf(match[0], amongLatin),
    at: match.index,
  }))
  for (const match of folded.matchAll(spelled))
    words.push({ forms: formsOf(match[0].replace(/[^\p{L}\p{N}]/gu, ''), amongLatin), at: match.index })
  const places = new Map<string, number[]>()
  words.forEach(({ forms }, place) => {
    for (const form of forms) {
      const known = places.get(form)
      if (known) known.push(place)
      else places.set(form, [place])
    }
  })
  return { field, folded, joined: withoutGaps(folded), words, places }
}

// As it is written, as what it imitates, and in Arabic without its article ("the" is written as part of the word).
function formsOf(word: string, amongLatin: boolean): string[] {
  const forms = [word]
  if (isMasked(word, amongLatin)) forms.push(unmask(word))
  const bare = /^(?:و|ف)?(?:ب|ك)?(?:ال|لل)(?=\p{Script=Arabic}{3})/u
  if (bare.test(word)) forms.push(word.replace(bare, ''))
  return forms
}

function placeOfWords(words: { word: string; open: boolean }[], part: Part) {
  const [first, ...rest] = words
  const starts = first!.open
    ? part.words.flatMap(({ forms }, place) =>
        forms.some((form) => form.startsWith(first!.word)) ? [place] : [],
      )
    : (part.places.get(first!.word) ?? [])
  const start = starts.find((place) =>
    rest.every(({ word, open }, further) =>
      part.words[place + 1 + further]?.forms.some((form) => (open ? form.startsWith(word) : form === word)),
    ),
  )
  if (start === undefined) return undefined
  return {
    text: part.folded,
    at: part.words[start]!.at,
    length: words.map(({ word }) => word).join(' ').length,
  }
}

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
  const cut = text.slice(from, to).toWellFormed().replace(/\s+/g, ' ').trim()
  return `${from > 0 ? '…' : ''}${cut}${to < text.length ? '…' : ''}`
}
