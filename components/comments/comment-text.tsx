import { Fragment } from 'react'
import { linkify } from '@/lib/kernel/plain-text/web-addresses'

/** A comment's plain text as paragraphs, quotations, lines and links; React escapes all of it. */
export function CommentText({ text, lang }: { text: string; lang?: string }) {
  return (
    <div className="words" lang={lang}>
      <Paragraphs text={text.trim()} levels={deepestQuotation} />
    </div>
  )
}

// What is quoted more often than this shows its marks as they are: nobody reads further, and nothing is worked at.
const deepestQuotation = 3

const Paragraphs = ({ text, levels }: { text: string; levels: number }) =>
  text.split(/\n{2,}/).flatMap((paragraph, place) =>
    quotationsIn(paragraph, levels > 0).map(({ quoted, lines }, part) => {
      const key = `${place} ${part}`
      return quoted ? (
        <blockquote key={key} dir="auto">
          <Paragraphs text={lines.map((line) => line.replace(/^> ?/, '')).join('\n')} levels={levels - 1} />
        </blockquote>
      ) : (
        <p key={key} dir="auto">
          {lines.map((line, row) => (
            <Fragment key={row}>
              {row > 0 && <br />}
              <Line text={line} />
            </Fragment>
          ))}
        </p>
      )
    }),
  )

/** The lines of a paragraph, those together that are quoted (`> …`, as the form's Quote makes them) and those that are not. */
function quotationsIn(paragraph: string, mayQuote: boolean) {
  const parts: { quoted: boolean; lines: string[] }[] = []
  for (const line of paragraph.split('\n')) {
    const quoted = mayQuote && line.startsWith('>')
    const last = parts.at(-1)
    if (last?.quoted === quoted) last.lines.push(line)
    else parts.push({ quoted, lines: [line] })
  }
  return parts
}

const Line = ({ text }: { text: string }) =>
  linkify(text).map((piece, place) =>
    typeof piece === 'string' ? (
      piece
    ) : (
      <a key={place} href={piece.href} rel="nofollow ugc noopener noreferrer" dir="ltr">
        {piece.text}
      </a>
    ),
  )
