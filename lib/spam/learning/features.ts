import { isLocale, type Locale } from '@/lib/i18n/locales'
import type { ShapeCode } from '@/lib/i18n/statements/codes'
import { countLinks } from '../links'
import type { SpamSubmission } from '../port'
import { isHasty } from '../rules'
import { foldForMatching } from '../words/fold'
import { unspaced } from '../words/spelled'
import { searchable } from '../words/search'

const most = 400
const word = /[\p{L}\p{M}\p{N}$€£¥]+/gu
const run = new RegExp(`(?:${unspaced.source})+`, 'gu')

/**
 * What the filter sees of a comment: each thing once, with a letter that says what it is. w: a word, b: two
 * characters of a script without spaces, n: a word of the name, h: the host of a link, e: the domain of the e-mail
 * address, a: the network that it came from, s: something about its shape, as a code. They are rows: what is learnt of a
 * feature counts for that very text.
 */
export function featuresOf(submission: SpamSubmission): string[] {
  const { hosts } = searchable(submission)
  const domain = foldForMatching(submission.email.split('@').at(-1) ?? '')
  hosts.delete(domain)
  const features = [
    ...shapesOf(submission).map((shape) => `s:${shape}`),
    ...[...hosts].slice(0, 20).map((host) => `h:${host}`),
    ...(domain ? [`e:${domain}`] : []),
    ...networkOf(submission.ip).map((network) => `a:${network}`),
    ...wordsOf(submission.name).map((one) => `n:${one}`),
    ...wordsOf(submission.text),
  ]
  return [...new Set(features)].slice(0, most)
}

/** Is a feature what somebody has written, and not who, from where, or how? */
export const isOfText = (feature: string) => /^[wbh]:/.test(feature)

function wordsOf(text: string): string[] {
  const folded = foldForMatching(text.slice(0, 20_000))
  const pairs = [...folded.matchAll(run)].flatMap(([part]) => {
    const characters = [...part].slice(0, 500)
    return characters.length === 1
      ? characters
      : characters.slice(1).map((char, place) => characters[place]! + char)
  })
  const words = [...folded.replace(run, ' ').matchAll(word)].map(([one]) => one)
  return [
    ...words.filter((one) => one.length > 1 && one.length <= 24).map((one) => `w:${one}`),
    ...pairs.map((pair) => `b:${pair}`),
  ]
}

const step = (value: number, ...steps: number[]) => steps.filter((one) => value >= one).at(-1) ?? 0

function shapesOf(submission: SpamSubmission) {
  const { text, answered, url, name, locale, honeypot, worked } = submission
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0
  const shapes: (ShapeCode | `${ShapeCode}:${number}`)[] = [
    `links:${step(countLinks(text, answered), 1, 2, 4)}`,
    `characters:${step(text.length, 40, 200, 1_000, 5_000)}`,
  ]
  if (url) shapes.push('website')
  if (/<a\s|\[url|<\/?[a-z]+>/i.test(text)) shapes.push('markup')
  if (letters > 20 && capitals / letters > 0.5) shapes.push('capitals')
  if (/!{2}|\${2}/.test(text)) shapes.push('shouting')
  if (/\p{N}/u.test(name)) shapes.push('digits-in-name')
  if (worked !== undefined) shapes.push(worked ? 'browser-work' : 'wrong-work')
  if (honeypot) shapes.push('hidden-field')
  if (isHasty(submission)) shapes.push('haste')
  if (letters > 10 && !isScriptOf(locale, text)) shapes.push('other-script')
  return shapes
}

const scripts: Record<Locale, RegExp> = {
  en: /\p{Script=Latin}/u,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  ar: /\p{Script=Arabic}/u,
}
const isScriptOf = (locale: string, text: string) => !isLocale(locale) || scripts[locale].test(text)

// A /24 or a /48, never a whole address: what is learnt is kept longer than the address itself.
function networkOf(ip: string): string[] {
  const four = /^(\d+\.\d+\.\d+)\.\d+$/.exec(ip)?.[1]
  if (four) return [four]
  const six = /^([\da-f]+:[\da-f]+:[\da-f]+):/i.exec(ip)?.[1]
  return six ? [six.toLowerCase()] : []
}
