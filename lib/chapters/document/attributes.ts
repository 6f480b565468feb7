import type { Mark, Node } from '@tiptap/pm/model'
import { isPictureHash } from '@/lib/pictures/rules'
import { webAddress } from './web-address'

type Check = (value: unknown) => boolean
const isOneOf =
  (...allowed: unknown[]): Check =>
  (value) =>
    allowed.includes(value)
const isWhole: Check = (value) => Number.isInteger(value) && Math.abs(value as number) < 1_000_000
const isWord: Check = (value) =>
  value === null || (typeof value === 'string' && /^[\w+#-]{1,30}$/.test(value))
const isLine = (value: unknown) => typeof value === 'string' && !/\p{Cc}|\p{Cs}/u.test(value)
const isLineUpTo =
  (most: number): Check =>
  (value) =>
    isLine(value) && (value as string).length <= most
const isLineOrNothing: Check = (value) => value === null || (isFilled(value) && isLineUpTo(300)(value))
const isFilled: Check = (value) => typeof value === 'string' && value.trim() !== ''
const isWholeUpTo =
  (most: number): Check =>
  (value) =>
    isWhole(value) && (value as number) >= 1 && (value as number) <= most
const isWidths: Check = (value) =>
  value === null || (Array.isArray(value) && value.length <= 100 && value.every((width) => isWhole(width)))
const isReading = isLineUpTo(200)
const isAddress: Check = (value) => value === null || (isLine(value) && webAddress(value) !== undefined)

const cell = { colspan: isWholeUpTo(100), rowspan: isWholeUpTo(100), colwidth: isWidths }
const sound: Record<string, Record<string, Check>> = {
  heading: { level: isOneOf(2, 3, 4) },
  orderedList: { start: isWhole, type: isOneOf(null, '1', 'a', 'A', 'i', 'I') },
  codeBlock: { language: isWord },
  blockquote: { cite: isAddress, source: isLineOrNothing },
  link: { href: isAddress },
  ruby: { reading: isReading },
  figure: {
    hash: isPictureHash,
    width: isWholeUpTo(100_000),
    height: isWholeUpTo(100_000),
    plain: isOneOf('jpg', 'png'),
    alt: isLineUpTo(1_000),
    decorative: isOneOf(true, false),
  },
  footnote: { text: (value) => isFilled(value) && isLineUpTo(2_000)(value) },
  table: { caption: isLineOrNothing },
  tableCell: cell,
  tableHeader: cell,
}

/** ProseMirror checks which nodes may stand where, but lets an attribute hold anything: objects, arrays, scripts. */
export const attributesAreSound = ({ type, attrs }: Node | Mark) =>
  Object.entries(attrs).every(([name, value]) => sound[type.name]?.[name]?.(value) ?? false)
