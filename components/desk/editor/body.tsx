import { EditorContent, type Editor } from '@tiptap/react'
import type { Locale } from '@/lib/i18n/locales'
import { Tools } from './tools'

export function Body({ editor, locale }: { editor: Editor | null; locale: Locale }) {
  return (
    <div className="grid">
      <div
        className="sticky top-[4.9rem] z-20 border-y border-line bg-sheet/95 px-2 py-1 backdrop-blur sm:top-[2.8rem] sm:px-5"
        dir="ltr"
        lang="en"
      >
        {editor ? <Tools editor={editor} /> : <div className="h-8" />}
      </div>
      {editor ? (
        <EditorContent editor={editor} />
      ) : (
        <div className="manuscript px-4 py-4 text-soft sm:px-7" lang={locale}>
          …
        </div>
      )}
    </div>
  )
}
