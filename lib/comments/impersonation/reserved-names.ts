import { normalized } from '@/lib/kernel/text/normal-form'
import { skeleton } from './confusables'

/** Names that nobody but the staff should comment under, beside the staff's own. */
const reservedNames = [
  ...['admin', 'administrator', 'moderator', 'editor', 'editorial', 'webmaster', 'staff', 'support'],
  ...['chapterhouse', 'moderation', 'author', 'translator'],
  ...['管理人', '管理者', '編集者', '編集部', '運営', '運営者', '運営チーム'],
  ...['著者', '作者', '訳者', '翻訳者'],
  ...['مشرف', 'المشرف', 'المشرفة', 'المدير', 'المديرة', 'مدير الموقع', 'الإدارة', 'إدارة الموقع'],
  ...['المحرر', 'المحررة', 'المؤلف', 'المؤلفة', 'المترجم', 'المترجمة'],
]

/** A name, and whatever it could be once what says nothing of who it is has been left out, each by its look. */
export function namesMeant(name: string): Set<string> {
  const words = wordsOf(name)
  const core = words.filter((word) => !saysNothing(word) && !roleOf([word])).map(withoutHonorific)
  return looksOf([words, core, core.map(withoutNumber)])
}

/** How the name of somebody known looks, in whatever order it is written. */
export const namesOf = (name: string) => looksOf([wordsOf(name)])

/** The reserved name that somebody claims: "The Editors", "Bob (Admin)", but not "Leopold Staff". */
export function claimedRole(name: string): string | undefined {
  const parts = normalized(name, 'NFKC').split(/[()[\]{}<>|/:·•~–—]|\s-\s/u)
  return [name, ...parts]
    .map((part) => roleOf(wordsOf(part).filter((word) => !saysNothing(word))) ?? roleOf([part]))
    .find((role) => role !== undefined)
}

const reservedLooks = new Map(reservedNames.map((name) => [skeleton(name), name]))

// All the words have to be reserved, or all of them together.
function roleOf(words: string[]): string | undefined {
  const roles = words.map(reserved)
  return reserved(words.join('')) ?? (roles.includes(undefined) ? undefined : roles[0])
}

function reserved(word: string) {
  const bare = withoutNumber(withoutHonorific(word))
  const looks = [word, bare, bare.replace(/s$/i, '')].map(skeleton)
  return looks.map((look) => reservedLooks.get(look)).find((role) => role !== undefined)
}

export const wordsOf = (name: string) =>
  normalized(name, 'NFKC')
    .split(/[\s()[\]{}<>,;:/\\|·•~"“”«»&–—_.+-]+/u)
    .filter((word) => skeleton(word) !== '')

// "Lovelace, Ada" is Ada Lovelace.
const looksOf = (ways: string[][]) =>
  new Set(
    ways
      .flatMap((words) => [words, words.map(skeleton).sort()])
      .map((words) => skeleton(words.map(skeleton).join('')))
      .filter((look) => look !== ''),
  )

export const saysNothing = (word: string) => /^\p{N}+$/u.test(word) || empty.has(skeleton(word))
const empty = new Set(
  [
    ...['the', 'a', 'our', 'your', 'official', 'real', 'true', 'original', 'team', 'site', 'website', 'blog'],
    ...['bot', 'account', '本人', 'ご本人'],
    ...['jr', 'sr', 'junior', 'senior', 'ii', 'iii', 'iv', 'head', 'chief'],
    ...['mr', 'mrs', 'ms', 'miss', 'sir', 'dr', 'prof', 'professor'],
  ].map(skeleton),
)

const withoutHonorific = (word: string) =>
  word.replace(/^(?:サイト|公式)(?=.)|(?<=.)(?:さん|さま|様|氏|君|くん|ちゃん|先生|殿|ご?本人)$/gu, '')
const withoutNumber = (word: string) => word.replace(/(?<=\p{L})\p{N}+$/u, '')
