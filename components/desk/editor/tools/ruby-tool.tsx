import type { Editor } from '@tiptap/react'
import { useWords } from '../../language/words'
import { MarkTool } from './mark-tool'

export function RubyTool({ editor }: { editor: Editor }) {
  const words = useWords('editor').words.tools.ruby
  const chain = () => editor.chain().focus().extendMarkRange('ruby')
  return (
    <MarkTool
      words={words}
      icon={
        <span aria-hidden="true" lang="ja" className="text-sm leading-none">
          ル
        </span>
      }
      isOn={editor.isActive('ruby')}
      value={() => (editor.getAttributes('ruby').reading as string | undefined) ?? ''}
      set={(reading) => {
        const hasWord = !editor.state.selection.empty || editor.isActive('ruby')
        return (
          reading !== '' && reading.length <= 200 && hasWord && chain().setMark('ruby', { reading }).run()
        )
      }}
      remove={() => chain().unsetMark('ruby').run()}
    />
  )
}
