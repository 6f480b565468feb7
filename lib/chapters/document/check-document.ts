import { Node } from '@tiptap/pm/model'
import { done, refuse, type Result } from '@/lib/kernel/result'
import { strayProblem, type StrayProblem } from '@/lib/kernel/text/typed-text'
import { MAX_DOCUMENT_BYTES } from '../rules'
import { attributesAreSound } from './attributes'
import { mendDocument, overrideIn } from './mend-document'
import { chapterSchema } from './schema'

const MAX_DEPTH = 30

/**
 * A document from outside, of any type whatever: one of ours, in its plainest form and mended where that loses
 * nothing; or a refusal. Isolates and marks of direction may stand in it, which prose in two scripts needs.
 */
export function checkDocument(
  value: unknown,
): Result<Node, 'document-broken' | 'document-too-large' | StrayProblem<'document-turns'>> {
  if (depthOf(value) > MAX_DEPTH * 2) return refuse('document-broken') // a node lies in an array in a node
  const json = asJson(value)
  if (json === undefined) return refuse('document-broken')
  if (Buffer.byteLength(json) > MAX_DOCUMENT_BYTES) return refuse('document-too-large')
  const mended = mendDocument(JSON.parse(json))
  const override = overrideIn(mended)
  if (override) return refuse(strayProblem('document-turns', override))
  try {
    const node = Node.fromJSON(chapterSchema, mended)
    node.check()
    return node.type === chapterSchema.topNodeType && isClean(node) ? done(node) : refuse('document-broken')
  } catch {
    return refuse('document-broken') // fromJSON and check say what is wrong by throwing
  }
}

// Counted without recursion: what comes in may be nested deeper than the stack.
function depthOf(value: unknown): number {
  let level: unknown[] = [value]
  for (let depth = 0; ; depth++) {
    const parts = level.filter((part) => typeof part === 'object' && part !== null)
    if (parts.length === 0 || depth > MAX_DEPTH * 2) return depth
    level = parts.flatMap((part) => Object.values(part as object))
  }
}

function asJson(value: unknown): string | undefined {
  try {
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : undefined
  } catch {
    return undefined
  }
}

function isClean(doc: Node): boolean {
  let clean = true
  doc.descendants((node) => {
    clean &&=
      attributesAreSound(node) && node.marks.every(attributesAreSound) && (!node.isText || isText(node.text!))
    return clean
  })
  return clean
}

// Tab and line feed are the only controls with a meaning here; a lone surrogate is no character at all.
const isText = (text: string) => !/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|\p{Cs}/u.test(text)
