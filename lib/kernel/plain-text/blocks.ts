import { withoutBlankEnds } from '../text/typed-text'

/** A part of a plain text: lines that belong together, or what somebody quotes. */
export type Block = { lines: string[] } | { quoted: Block[] }

/**
 * The paragraphs and quotations of a plain text, as readers and editors are shown it. A line is quoted that is `>`
 * alone or begins with `> `, as the form's Quote writes it: `>_<`, `>>` and `＞` are somebody's own. Nothing else is
 * read as markup. What a line begins with stays, be it the blank of a Japanese paragraph; the empty lines before the
 * text and what is blank behind it show nothing.
 */
export const blocksOf = (text: string): Block[] => blocksIn(withoutBlankEnds(text), deepestQuotation)

// What is quoted more often than this shows its marks as they are: nobody reads further, and nothing is worked at.
const deepestQuotation = 3

const blocksIn = (text: string, levels: number): Block[] =>
  text
    .split(/\n{2,}/)
    .flatMap((paragraph) =>
      partsOf(paragraph.split('\n'), levels > 0).map(({ isQuoted, lines }) =>
        isQuoted
          ? { quoted: blocksIn(lines.map((line) => line.slice(2)).join('\n'), levels - 1) }
          : { lines },
      ),
    )

interface Part {
  isQuoted: boolean
  lines: string[]
}

/** The lines of a paragraph, those together that are quoted and those that are not. */
function partsOf(lines: string[], mayQuote: boolean): Part[] {
  const parts: Part[] = []
  for (const line of lines) add(parts, mayQuote && (line === '>' || line.startsWith('> ')), [line])
  // Marks with nothing behind them quote nothing.
  const shown: Part[] = []
  for (const { isQuoted, lines } of parts) add(shown, isQuoted && lines.some(saysMore), lines)
  return shown
}

function add(parts: Part[], isQuoted: boolean, lines: string[]) {
  const last = parts.at(-1)
  if (last?.isQuoted !== isQuoted) parts.push({ isQuoted, lines: [...lines] })
  else for (const line of lines) last.lines.push(line)
}

const saysMore = (line: string) => line.slice(1).trim() !== ''
