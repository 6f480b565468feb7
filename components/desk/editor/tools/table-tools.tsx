import { TextSelection, type Command, type Transaction } from '@tiptap/pm/state'
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  toggleHeaderRow,
} from '@tiptap/pm/tables'
import type { Editor } from '@tiptap/react'
import { Captions, Table as TableIcon } from 'lucide-react'
import * as Toolbar from '@radix-ui/react-toolbar'
import { useWords } from '../../language/words'
import { MarkTool } from './mark-tool'
import { toolLook } from './tool-look'

const commands = {
  rowBelow: addRowAfter,
  columnAfter: addColumnAfter,
  deleteRow,
  deleteColumn,
  headerRow: toggleHeaderRow,
  deleteTable,
} satisfies Record<string, Command>
const names = Object.keys(commands) as (keyof typeof commands)[]

export function TableTool({ editor }: { editor: Editor }) {
  const isIn = editor.isActive('table')
  const { table } = useWords('editor').words.tools
  return (
    <Toolbar.Button
      title={table}
      aria-label={table}
      aria-pressed={isIn}
      className={toolLook}
      onMouseDown={(event) => event.preventDefault()}
      // A cell holds no table.
      onClick={() => !isIn && editor.chain().focus().insertContent(newTable).command(toFirstCell).run()}
    >
      <TableIcon aria-hidden="true" />
    </Toolbar.Button>
  )
}

/** What can be done with the table that the cursor is in: a second line of tools. */
export function InTable({ editor }: { editor: Editor }) {
  const { tools } = useWords('editor').words
  if (!editor.isActive('table')) return null
  const caption = editor.getAttributes('table').caption as string | null
  const set = (to: string | null) => editor.chain().focus().updateAttributes('table', { caption: to }).run()
  return (
    <Toolbar.Root
      aria-label={tools.table}
      className="flex flex-wrap items-center gap-0.5 border-t border-line pt-1 mt-1 text-[0.8125rem]"
    >
      {names.map((name) => (
        <Toolbar.Button
          key={name}
          className="rounded-md px-2 py-1 text-soft hover:bg-tint hover:text-ink"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            commands[name](editor.state, editor.view.dispatch)
            editor.view.focus()
          }}
        >
          {tools[name]}
        </Toolbar.Button>
      ))}
      <MarkTool
        words={tools.caption}
        icon={<Captions aria-hidden="true" />}
        isOn={Boolean(caption)}
        value={() => caption ?? ''}
        set={(typed) => typed !== '' && typed.length <= 300 && set(typed.replace(/\s+/g, ' '))}
        remove={() => set(null)}
      />
    </Toolbar.Root>
  )
}

// What was inserted leaves the cursor at its end.
const toFirstCell = ({ tr }: { tr: Transaction }) => {
  const { $from } = tr.selection
  const depth = [...Array($from.depth + 1).keys()].find((one) => $from.node(one).type.name === 'table')
  if (depth !== undefined) tr.setSelection(TextSelection.create(tr.doc, $from.start(depth) + 3))
  return true
}

const cells = (type: 'tableHeader' | 'tableCell') =>
  Array.from({ length: 3 }, () => ({ type, content: [{ type: 'paragraph' }] }))
const newTable = {
  type: 'table',
  content: (['tableHeader', 'tableCell', 'tableCell'] as const).map((type) => ({
    type: 'tableRow',
    content: cells(type),
  })),
}
