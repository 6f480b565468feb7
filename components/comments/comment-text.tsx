import { Fragment } from 'react'
import { Linked, type ShowPiece } from '@/components/site/linked'
import { blocksOf, type Block } from '@/lib/kernel/plain-text/blocks'

interface CommentTextProps {
  text: string
  lang?: string
  /** Where its links open: at the desk beside it. */
  target?: '_blank'
  /** At the desk: what is not seen is shown. */
  show?: ShowPiece
}

/**
 * A comment's plain text as paragraphs, quotations, lines and links. It is shown by this wherever it is shown: to
 * readers, to who wrote it and to editors, its blanks kept by the style sheet (`.words p`).
 */
export const CommentText = ({ text, lang, target, show }: CommentTextProps) => (
  <div className="words" lang={lang}>
    <Blocks blocks={blocksOf(text)} target={target} show={show} />
  </div>
)

interface BlocksProps {
  blocks: Block[]
  target?: '_blank'
  show?: ShowPiece
  isQuoted?: boolean
}

// A quotation runs as its first words do; they would not be asked if its paragraphs said so themselves.
const Blocks = ({ blocks, target, show, isQuoted }: BlocksProps) =>
  blocks.map((block, place) =>
    'quoted' in block ? (
      <blockquote key={place} dir="auto">
        <Blocks blocks={block.quoted} target={target} show={show} isQuoted />
      </blockquote>
    ) : (
      <p key={place} dir={isQuoted ? undefined : 'auto'}>
        {block.lines.map((line, row) => (
          <Fragment key={row}>
            {row > 0 && <br />}
            <Linked text={line} rel="nofollow ugc noopener noreferrer" target={target} show={show} />
          </Fragment>
        ))}
      </p>
    ),
  )
