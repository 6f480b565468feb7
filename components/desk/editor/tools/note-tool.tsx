import type { Editor } from '@tiptap/react'
import { useWords } from '../../language/words'
import { MarkTool } from './mark-tool'

export function NoteTool({ editor }: { editor: Editor }) {
  const words = useWords('editor').words.tools.note
  const isOn = editor.isActive('footnote')
  return (
    <MarkTool
      words={words}
      icon={
        <span aria-hidden="true" className="text-sm leading-none">
          a<sup>1</sup>
        </span>
      }
      long
      isOn={isOn}
      value={() => (isOn ? (editor.getAttributes('footnote').text as string) : '')}
      set={(typed) => {
        const text = typed.replace(/\s+/g, ' ')
        if (text === '' || text.length > 2_000) return false
        const chain = editor.chain().focus()
        if (isOn) return chain.updateAttributes('footnote', { text }).run()
        const { to } = editor.state.selection
        return chain.insertContentAt(to, { type: 'footnote', attrs: { text } }).run()
      }}
      remove={() => editor.chain().focus().deleteSelection().run()}
    />
  )
}
