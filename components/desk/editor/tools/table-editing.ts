import { Extension } from '@tiptap/core'
import { addRowAfter, goToNextCell, tableEditing } from '@tiptap/pm/tables'

/** Cells are chosen with the mouse and by Shift and arrows, mended when they do not fit, and left by Tab, which adds a row at the end. */
export const TableEditing = Extension.create({
  name: 'tableEditing',
  addProseMirrorPlugins: () => [tableEditing()],
  addKeyboardShortcuts() {
    const go = (way: 1 | -1) => () => goToNextCell(way)(this.editor.state, this.editor.view.dispatch)
    const addRow = () => addRowAfter(this.editor.state, this.editor.view.dispatch) && go(1)()
    return { Tab: () => go(1)() || addRow(), 'Shift-Tab': go(-1) }
  },
})
