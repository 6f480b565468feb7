import { escapeMarkup } from '../markup'
import { blocksOf, type Block } from './blocks'
import { linkify } from './web-addresses'

/**
 * A plain text as HTML for mails and feeds, which are shown without a style sheet of ours: paragraphs, quotations,
 * lines, links, and blanks as they were typed.
 */
export const asHtml = (text: string): string => blocksOf(text).map(blockAsHtml).join('')

function blockAsHtml(block: Block): string {
  if ('quoted' in block) return `<blockquote>${block.quoted.map(blockAsHtml).join('')}</blockquote>`
  return `<p dir="auto">${block.lines.map(lineAsHtml).join('<br>')}</p>`
}

const lineAsHtml = (line: string) =>
  linkify(keepBlanks(line))
    .map((piece) =>
      typeof piece === 'string'
        ? escapeMarkup(piece)
        : `<a href="${escapeMarkup(piece.href)}" rel="nofollow ugc noopener noreferrer" dir="ltr">${escapeMarkup(piece.text)}</a>`,
    )
    .join('')

// HTML makes one blank of many, and none of those at the beginning of a line.
const keepBlanks = (line: string) => line.replaceAll('\t', '    ').replace(/^ | (?= )/g, '\u00a0')
