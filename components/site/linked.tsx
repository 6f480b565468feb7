import { Fragment, type ReactNode } from 'react'
import { linkify } from '@/lib/kernel/plain-text/web-addresses'

/** How a piece of text is shown, where not as it is; with where it leads, if it is a link. */
export type ShowPiece = (text: string, href?: string) => ReactNode

interface LinkedProps {
  text: string
  rel?: string
  target?: '_blank'
  show?: ShowPiece
}

const asItIs: ShowPiece = (text) => text

/** A line of plain text in which the web addresses can be followed; React escapes all of it. */
export const Linked = ({ text, rel = 'noopener', target, show = asItIs }: LinkedProps) =>
  linkify(text).map((piece, place) =>
    typeof piece === 'string' ? (
      <Fragment key={place}>{show(piece)}</Fragment>
    ) : (
      <a key={place} href={piece.href} rel={rel} target={target} dir="ltr">
        {show(piece.text, piece.href)}
      </a>
    ),
  )
