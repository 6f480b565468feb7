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

/** A line whose blanks HTML leaves as they are: it makes one of many, and none of those at the beginning. */
export const keepBlanks = (line: string) => keepRuns(line).replace(/^ /, '\u00a0')

/** The same for what stands in the middle of a line. */
export const keepRuns = (text: string) => text.replaceAll('\t', '    ').replace(/ (?= )/g, '\u00a0')
