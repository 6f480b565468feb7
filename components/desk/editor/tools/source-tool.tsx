import type { Editor } from '@tiptap/react'
import { Signature } from 'lucide-react'
import { useWords } from '../../language/words'
import { MarkTool } from './mark-tool'

/** Who says what is quoted, or where it stands. */
export function SourceTool({ editor }: { editor: Editor }) {
  const words = useWords('editor').words.tools.source
  const source = editor.getAttributes('blockquote').source as string | null | undefined
  const set = (to: string | null) =>
    editor.chain().focus().updateAttributes('blockquote', { source: to }).run()
  return (
    <MarkTool
      words={words}
      icon={<Signature aria-hidden="true" />}
      isOn={Boolean(source)}
      value={() => source ?? ''}
      set={(typed) =>
        typed !== '' &&
        typed.length <= 300 &&
        editor.isActive('blockquote') &&
        set(typed.replace(/\s+/g, ' '))
      }
      remove={() => set(null)}
    />
  )
}
