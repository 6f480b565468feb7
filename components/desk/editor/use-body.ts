import { useEditor } from '@tiptap/react'
import { useState } from 'react'
import { chapterExtensions } from '@/lib/chapters/document/extensions'
import { direction, type Locale } from '@/lib/i18n/locales'
import { bringPictures, picturesOf, type PictureNews } from './tools/bring-pictures'
import { WrittenFigure } from './figure-view'
import { WrittenFootnote } from './written/footnote'
import { WrittenRuby } from './written/ruby'
import { LinkAddresses } from './tools/link-addresses'
import { TableEditing } from './tools/table-editing'

const written = { figure: WrittenFigure, footnote: WrittenFootnote, ruby: WrittenRuby }

/** The chapter's text in Tiptap, with the schema that the server checks it by. */
export function useBody(doc: unknown, locale: Locale, label: string) {
  const [pictures, tell] = useState<PictureNews>({ waiting: 0 })
  const body = useEditor({
    extensions: [...chapterExtensions(written), TableEditing, LinkAddresses],
    content: doc as object,
    immediatelyRender: false, // the server has no DOM
    injectCSS: false, // its style element; ours are in desk.css
    enableContentCheck: false,
    editorProps: {
      handlePaste: (view, event) => bringPictures(view, picturesOf(event.clipboardData), tell),
      handleDrop: (view, event) => {
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos
        const isTaken = bringPictures(view, picturesOf(event.dataTransfer), tell, at)
        if (isTaken) event.preventDefault()
        return isTaken
      },
      attributes: {
        class: 'manuscript px-4 py-4 sm:px-7',
        lang: locale,
        dir: direction(locale),
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
      },
    },
  })
  return { body, pictures, tell }
}
