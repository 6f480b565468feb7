import { NodeViewContent, NodeViewWrapper, ReactNodeViewRenderer, type NodeViewProps } from '@tiptap/react'
import { useId } from 'react'
import { Button } from '@/components/ui/button'
import { Figure } from '@/lib/chapters/document/figure'
import { direction } from '@/lib/i18n/locales'
import { useWords } from '../language/words'
import { KeptChoice, KeptText } from './written/kept-fields'
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

interface Picture extends StoredPicture {
  alt: string
  decorative: boolean
}

function FigureView({ node, editor, getPos, updateAttributes, deleteNode }: NodeViewProps) {
  const id = useId()
  const { words: own, locale } = useWords('editor')
  const words = own.picture
  const { hash, width, height, plain, alt, decorative } = node.attrs as Picture
  const now = () => {
    const at = getPos()
    const found = at === undefined ? null : editor.state.doc.nodeAt(at)
    return (found?.type === node.type ? found : node).attrs as Picture
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
          <KeptText
            id={id}
            rows={2}
            kept={() => now().alt}
            keep={(text) => updateAttributes({ alt: text })}
            maxLength={1_000}
            disabled={decorative}
            aria-describedby={`${id}-hint`}
            aria-invalid={isSilent || undefined}
            dir="auto"
            lang={editor.view.dom.lang}
          />
          <p id={`${id}-hint`} className={isSilent ? 'text-rubric' : 'text-soft'}>
            {words.showsHint}
          </p>
          <label className="flex items-center gap-2">
            <KeptChoice
              kept={() => now().decorative}
              keep={(isDecorative) => updateAttributes({ decorative: isDecorative })}
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
