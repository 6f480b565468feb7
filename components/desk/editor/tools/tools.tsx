import type { Editor } from '@tiptap/react'
import {
  Bold,
  Code,
  Heading2,
  Heading3,
  Heading4,
  Italic,
  List,
  ListOrdered,
  Minus,
  Quote,
  Redo2,
  SquareCode,
  Strikethrough,
  Undo2,
  type LucideIcon,
} from 'lucide-react'
import * as Toolbar from '@radix-ui/react-toolbar'
import { cn } from '@/components/ui/cn'
import { useWords, type DeskWords } from '../../language/words'
import { toolLook } from './tool-look'
import { LinkTool } from './link-tool'
import type { TellNews } from './bring-pictures'
import { NoteTool } from './note-tool'
import { PictureTool } from './picture-tool'
import { RubyTool } from './ruby-tool'
import { SourceTool } from './source-tool'
import { InTable, TableTool } from './table-tools'

interface Tool {
  name: Exclude<keyof DeskWords['editor']['tools'], 'link' | 'ruby' | 'source' | 'note' | 'caption'>
  level?: number
  icon: LucideIcon
  isOn?: (editor: Editor) => boolean
  use: (editor: Editor) => void
}

const heading = (level: 2 | 3 | 4, icon: LucideIcon): Tool => ({
  name: 'heading',
  level,
  icon,
  isOn: (editor) => editor.isActive('heading', { level }),
  use: (editor) => editor.chain().focus().toggleHeading({ level }).run(),
})

const groups: Tool[][] = [
  [heading(2, Heading2), heading(3, Heading3), heading(4, Heading4)],
  [
    {
      name: 'bold',
      icon: Bold,
      isOn: (e) => e.isActive('bold'),
      use: (e) => e.chain().focus().toggleBold().run(),
    },
    {
      name: 'italic',
      icon: Italic,
      isOn: (e) => e.isActive('italic'),
      use: (e) => e.chain().focus().toggleItalic().run(),
    },
    {
      name: 'strike',
      icon: Strikethrough,
      isOn: (e) => e.isActive('strike'),
      use: (e) => e.chain().focus().toggleStrike().run(),
    },
    {
      name: 'code',
      icon: Code,
      isOn: (e) => e.isActive('code'),
      use: (e) => e.chain().focus().toggleCode().run(),
    },
  ],
  [
    {
      name: 'quote',
      icon: Quote,
      isOn: (e) => e.isActive('blockquote'),
      use: (e) => e.chain().focus().toggleBlockquote().run(),
    },
    {
      name: 'list',
      icon: List,
      isOn: (e) => e.isActive('bulletList'),
      use: (e) => e.chain().focus().toggleBulletList().run(),
    },
    {
      name: 'numbered',
      icon: ListOrdered,
      isOn: (e) => e.isActive('orderedList'),
      use: (e) => e.chain().focus().toggleOrderedList().run(),
    },
    {
      name: 'codeBlock',
      icon: SquareCode,
      isOn: (e) => e.isActive('codeBlock'),
      use: (e) => e.chain().focus().toggleCodeBlock().run(),
    },
    { name: 'line', icon: Minus, use: (e) => e.chain().focus().setHorizontalRule().run() },
  ],
]
const history: Tool[] = [
  { name: 'undo', icon: Undo2, use: (e) => e.chain().focus().undo().run() },
  { name: 'redo', icon: Redo2, use: (e) => e.chain().focus().redo().run() },
]

/** One tab stop; arrow keys go from tool to tool. */
export function Tools({ editor, tell }: { editor: Editor; tell: TellNews }) {
  const { words } = useWords('editor')
  return (
    <>
      <Toolbar.Root aria-label={words.tools.format} className="flex flex-wrap items-center gap-0.5">
        {groups.map((tools, place) => (
          <div key={place} className="flex gap-0.5 border-e border-line pe-1 me-0.5">
            {tools.map((tool) => (
              <ToolButton key={`${tool.name} ${tool.level}`} tool={tool} editor={editor} />
            ))}
          </div>
        ))}
        <LinkTool editor={editor} />
        <RubyTool editor={editor} />
        <SourceTool editor={editor} />
        <NoteTool editor={editor} />
        <PictureTool editor={editor} tell={tell} />
        <TableTool editor={editor} />
        <div className="ms-auto flex gap-0.5">
          {history.map((tool) => (
            <ToolButton key={tool.name} tool={tool} editor={editor} />
          ))}
        </div>
      </Toolbar.Root>
      <InTable editor={editor} />
    </>
  )
}

function ToolButton({ tool, editor }: { tool: Tool; editor: Editor }) {
  const { words, say } = useWords('editor')
  const { level = 0, icon: Icon, isOn, use } = tool
  const name = say(words.tools[tool.name], { level })
  return (
    <Toolbar.Button
      title={name}
      aria-label={name}
      aria-pressed={isOn?.(editor)}
      className={cn(toolLook)}
      // The selection stays in the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => use(editor)}
    >
      <Icon aria-hidden="true" />
    </Toolbar.Button>
  )
}
