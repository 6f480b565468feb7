import { getSchema } from '@tiptap/core'
import { chapterExtensions } from './extensions'

/** The ProseMirror schema of a chapter's body. */
export const chapterSchema = getSchema(chapterExtensions())

export const emptyDocument = { type: 'doc', content: [{ type: 'paragraph' }] }
