import { Fragment } from 'react'
import { linkify } from './linkify'

/** A comment's plain text as paragraphs, lines and links; React escapes all of it. */
export function CommentText({ text, lang }: { text: string; lang?: string }) {
  return (
    <div className="words" lang={lang}>
      {text
        .trim()
        .split(/\n{2,}/)
        .map((paragraph, place) => (
          <p key={place} dir="auto">
            {paragraph.split('\n').map((line, row) => (
              <Fragment key={row}>
                {row > 0 && <br />}
                <Line text={line} />
              </Fragment>
            ))}
          </p>
        ))}
    </div>
  )
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
