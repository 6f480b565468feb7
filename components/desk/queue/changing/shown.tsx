import { Fragment, type ReactNode } from 'react'
import type { Disguises } from '@/lib/comments/disguises/types'
import { wordRuns } from '@/lib/kernel/text/shown-words'
import { codeOf, shownParts, type Unseen } from '@/lib/kernel/text/unseen'
import { useWords } from '../../language/words'

interface ShownProps {
  text: string
  disguises: Disguises
}

/** What somebody wrote, with marks where it holds what is not seen, or letters that look like others. */
export const Shown = ({ text, disguises }: ShownProps) =>
  shownParts(text).map((part, place) =>
    typeof part === 'string' ? (
      <Fragment key={place}>{withDisguises(part, disguises)}</Fragment>
    ) : (
      <UnseenMark key={place} unseen={part} />
    ),
  )

/** The same of a link, with the host where it truly leads when its letters only look like that. */
function ShownLink({ text, href, disguises }: ShownProps & { href: string }) {
  const { words, say } = useWords('queue')
  const host = URL.canParse(href) ? new URL(href).hostname : ''
  const isDisguised =
    host.includes('xn--') && (text.match(wordRuns) ?? []).some((word) => isIn(disguises, word))
  return (
    <>
      <Shown text={text} disguises={disguises} />
      {isDisguised && (
        <>
          {' '}
          <span
            className={markLook}
            dir="ltr"
            role="img"
            aria-label={say(words.changing.unseen.host, { host })}
          >
            {host}
          </span>
        </>
      )}
    </>
  )
}

/** For <CommentText>, which shows the pieces of a text by it. */
export const shownBy = (disguises: Disguises) => {
  const show = (text: string, href?: string): ReactNode =>
    href === undefined ? (
      <Shown text={text} disguises={disguises} />
    ) : (
      <ShownLink text={text} href={href} disguises={disguises} />
    )
  return show
}

const markLook =
  'rounded border border-warn/60 bg-warn-tint px-0.5 font-sans text-[0.75rem] leading-4 text-warn [unicode-bidi:isolate]'

function UnseenMark({ unseen: { codes, count } }: { unseen: Unseen }) {
  const { words, say } = useWords('queue')
  const { unseen } = words.changing
  const name = (code: string) => say(unseen.one, { name: nameFor(unseen, code), code })
  const label =
    count === 1
      ? name(codes[0]!)
      : say(unseen.some, { count, codes: codes.map(name).join(', ') + (count > codes.length ? ' …' : '') })
  return (
    <span className={markLook} dir="ltr" role="img" aria-label={label} title={label}>
      {codes[0]!.slice(2)}
      {count > 1 && ` ×${count}`}
    </span>
  )
}

type UnseenWords = { names: object; tag: string; selector: string; other: string }

function nameFor(words: UnseenWords, code: string): string {
  const names = words.names as Record<string, string>
  if (Object.hasOwn(names, code)) return names[code]!
  const number = Number.parseInt(code.slice(2), 16)
  if (number >= 0xe0000 && number <= 0xe007f) return words.tag
  const isSelector = (number >= 0xfe00 && number <= 0xfe0f) || (number >= 0xe0100 && number <= 0xe01ef)
  return isSelector ? words.selector : words.other
}

const isIn = (disguises: Disguises, word: string) => Object.hasOwn(disguises, word)

function withDisguises(text: string, disguises: Disguises): ReactNode {
  if (Object.keys(disguises).length === 0) return text
  const pieces: ReactNode[] = []
  let rest = 0
  for (const { 0: word, index } of text.matchAll(wordRuns)) {
    if (!isIn(disguises, word)) continue
    pieces.push(text.slice(rest, index), <DisguisedWord key={index} word={word} letters={disguises[word]!} />)
    rest = index + word.length
  }
  return rest === 0 ? text : [...pieces, text.slice(rest)]
}

function DisguisedWord({ word, letters }: { word: string; letters: Readonly<Record<string, string>> }) {
  const { words, say } = useWords('queue')
  return [...word].map((letter, place) => {
    if (!Object.hasOwn(letters, letter)) return letter
    const label = say(words.changing.unseen.alike, { letter, code: codeOf(letter), latin: letters[letter]! })
    return (
      <span
        key={place}
        role="img"
        aria-label={label}
        title={label}
        className="rounded-sm bg-warn-tint text-warn underline decoration-wavy underline-offset-4"
      >
        {letter}
      </span>
    )
  })
}
