import type { Editor } from '@tiptap/react'
import { Link2 } from 'lucide-react'
import { webAddress } from '@/lib/chapters/document/web-address'
import { MarkTool } from './mark-tool'

export function LinkTool({ editor }: { editor: Editor }) {
  const chain = () => editor.chain().focus().extendMarkRange('link')
  return (
    <MarkTool
      name="Link"
      icon={<Link2 aria-hidden="true" />}
      label="Address of the link"
      wrong="An address such as https://example.org or mailto:someone@example.org."
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
