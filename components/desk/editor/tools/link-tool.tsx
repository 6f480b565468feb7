import type { Editor } from '@tiptap/react'
import { Link2 } from 'lucide-react'
import { webAddress } from '@/lib/chapters/document/web-address'
import { useWords } from '../../language/words'
import { MarkTool } from './mark-tool'

export function LinkTool({ editor }: { editor: Editor }) {
  const words = useWords('editor').words.tools.link
  const chain = () => editor.chain().focus().extendMarkRange('link')
  return (
    <MarkTool
      words={words}
      icon={<Link2 aria-hidden="true" />}
      isOn={editor.isActive('link')}
      value={() => (editor.getAttributes('link').href as string | undefined) ?? ''}
      set={(typed) => {
        const href = webAddress(/^[a-z][a-z\d+.-]*:(?!\d)/i.test(typed) ? typed : `https://${typed}`)
        return href !== undefined && chain().setLink({ href }).run()
      }}
      remove={() => chain().unsetLink().run()}
    />
  )
}
