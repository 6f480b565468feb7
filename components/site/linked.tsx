import { linkify } from '@/lib/kernel/plain-text/web-addresses'

interface LinkedProps {
  text: string
  rel?: string
  target?: '_blank'
}

/** A line of plain text in which the web addresses can be followed; React escapes all of it. */
export const Linked = ({ text, rel = 'noopener', target }: LinkedProps) =>
  linkify(text).map((piece, place) =>
    typeof piece === 'string' ? (
      piece
    ) : (
      <a key={place} href={piece.href} rel={rel} target={target} dir="ltr">
        {piece.text}
      </a>
    ),
  )
