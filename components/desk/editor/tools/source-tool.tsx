import type { Editor } from '@tiptap/react'
import { Signature } from 'lucide-react'
import { MarkTool } from './mark-tool'

/** Who says what is quoted, or where it stands. */
export function SourceTool({ editor }: { editor: Editor }) {
  const source = editor.getAttributes('blockquote').source as string | null | undefined
  const set = (to: string | null) =>
    editor.chain().focus().updateAttributes('blockquote', { source: to }).run()
  return (
    <MarkTool
      name="Source of the quote"
      icon={<Signature aria-hidden="true" />}
      label="Who says it, or where it stands"
      wrong="Put the cursor into a quote first, and name its source in at most 300 characters."
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
