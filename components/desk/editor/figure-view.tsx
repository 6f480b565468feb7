import { NodeViewContent, NodeViewWrapper, ReactNodeViewRenderer, type NodeViewProps } from '@tiptap/react'
import { useId } from 'react'
import { Button } from '@/components/ui/button'
import { Textarea } from '@/components/ui/field'
import { Figure } from '@/lib/chapters/document/figure'
import { direction } from '@/lib/i18n/locales'
import { useWords } from '../language/words'
import { picturePath, widthsOf, type StoredPicture } from '@/lib/pictures/rules'

/** A figure as it is written: the picture, its caption in place, and what is said to those who cannot see it. */
export const WrittenFigure = Figure.extend({
  addNodeView: () => ReactNodeViewRenderer(FigureView),
  addKeyboardShortcuts() {
    return {
      // A caption is one paragraph: Enter goes on below the picture.
      Enter: ({ editor }) => {
        const { $from } = editor.state.selection
        if ($from.parent.type.name !== 'figure') return false
        const below = $from.after()
        return editor
          .chain()
          .insertContentAt(below, { type: 'paragraph' })
          .setTextSelection(below + 1)
          .run()
      },
    }
  },
})

function FigureView({ node, editor, updateAttributes, deleteNode }: NodeViewProps) {
  const id = useId()
  const { words: own, locale } = useWords('editor')
  const words = own.picture
  const { hash, width, height, plain, alt, decorative } = node.attrs as StoredPicture & {
    alt: string
    decorative: boolean
  }
  const shown = widthsOf(width).find((one) => one >= 800) ?? widthsOf(width).at(-1)!
  const isSilent = !decorative && alt.trim() === ''
  return (
    <NodeViewWrapper as="figure" className="written-figure">
      <div contentEditable={false}>
        <img
          src={picturePath(hash, shown, plain)}
          alt={alt}
          width={shown}
          height={Math.round((height * shown) / width)}
          draggable={false}
        />
        <div className="picture-fields" dir={direction(locale)} lang={locale}>
          <label htmlFor={id} className="text-sm font-medium">
            {words.shows}
          </label>
          <Textarea
            id={id}
            rows={2}
            value={alt}
            maxLength={1_000}
            disabled={decorative}
            onChange={(event) => updateAttributes({ alt: event.target.value.replace(/\s+/g, ' ') })}
            aria-describedby={`${id}-hint`}
            aria-invalid={isSilent || undefined}
            dir="auto"
            lang={editor.view.dom.lang}
          />
          <p id={`${id}-hint`} className={isSilent ? 'text-rubric' : 'text-soft'}>
            {words.showsHint}
          </p>
          <label className="flex items-center gap-2">
            <input
              type="checkbox"
              checked={decorative}
              onChange={(event) => updateAttributes({ decorative: event.target.checked })}
            />
            {words.decoration}
          </label>
          <Button size="small" tone="danger" onClick={deleteNode}>
            {words.remove}
          </Button>
        </div>
      </div>
      <NodeViewContent<'figcaption'>
        as="figcaption"
        data-empty={node.content.size === 0 ? words.caption : undefined}
      />
    </NodeViewWrapper>
  )
}
