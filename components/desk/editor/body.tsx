import { EditorContent, type Editor } from '@tiptap/react'
import { direction, type Locale } from '@/lib/i18n/locales'
import { useWords } from '../language/words'
import type { PictureNews, TellNews } from './tools/bring-pictures'
import { Tools } from './tools/tools'

interface BodyProps {
  editor: Editor | null
  locale: Locale
  pictures: PictureNews
  tell: TellNews
}

export function Body({ editor, locale, pictures, tell }: BodyProps) {
  const { words, locale: own, rich, sentenceFor } = useWords('editor')
  return (
    <div className="grid">
      <div
        className="sticky top-0 z-20 border-y border-line bg-sheet/95 px-2 py-1 backdrop-blur sm:top-[2.8rem] sm:px-5"
        dir={direction(own)}
        lang={own}
      >
        {editor ? <Tools editor={editor} tell={tell} /> : <div className="h-8" />}
        <p role="status" className="px-1 text-[0.8125rem] text-soft empty:hidden">
          {pictures.waiting > 0 && words.picture.preparing}
        </p>
        <p role="alert" className="px-1 text-[0.8125rem] font-medium text-rubric empty:hidden">
          {pictures.problem &&
            rich(words.picture.problem, {
              file: <bdi>{pictures.problem.file}</bdi>,
              problem: sentenceFor(pictures.problem.code),
            })}
        </p>
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
