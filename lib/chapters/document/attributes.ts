import type { Mark, Node } from '@tiptap/pm/model'
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
const isReading: Check = (value) => isLine(value) && (value as string).length <= 200
const isAddress: Check = (value) => value === null || (isLine(value) && webAddress(value) !== undefined)

const sound: Record<string, Record<string, Check>> = {
  heading: { level: isOneOf(2, 3, 4) },
  orderedList: { start: isWhole, type: isOneOf(null, '1', 'a', 'A', 'i', 'I') },
  codeBlock: { language: isWord },
  blockquote: { cite: isAddress },
  link: { href: isAddress },
  ruby: { reading: isReading },
}

/** ProseMirror checks which nodes may stand where, but lets an attribute hold anything: objects, arrays, scripts. */
export const attributesAreSound = ({ type, attrs }: Node | Mark) =>
  Object.entries(attrs).every(([name, value]) => sound[type.name]?.[name]?.(value) ?? false)
