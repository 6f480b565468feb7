import type { Node } from '@tiptap/pm/model'
import type { StoredPicture } from '@/lib/pictures/rules'

/** The pictures of a checked document, in their order. */
export function picturesIn(doc: Node): (StoredPicture & { alt: string; decorative: boolean })[] {
  const found: ReturnType<typeof picturesIn> = []
  doc.descendants(({ type, attrs }) => {
    if (type.name === 'figure') found.push(attrs as (typeof found)[number])
  })
  return found
}
