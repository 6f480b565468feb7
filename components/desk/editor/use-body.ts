import { useEditor } from '@tiptap/react'
import { chapterExtensions } from '@/lib/chapters/document/extensions'
import { direction, type Locale } from '@/lib/i18n/locales'

/** The chapter's text in Tiptap, with the schema that the server checks it by. */
export function useBody(doc: unknown, locale: Locale) {
  return useEditor({
    extensions: chapterExtensions(),
    content: doc as object,
    immediatelyRender: false, // the server has no DOM
    injectCSS: false, // its style element; ours are in desk.css
    enableContentCheck: false,
    editorProps: {
      attributes: {
        class: 'manuscript px-4 py-4 sm:px-7',
        lang: locale,
        dir: direction(locale),
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': 'Body',
      },
    },
  })
}
