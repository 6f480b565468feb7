import type { Editor } from '@tiptap/react'
import { ImagePlus } from 'lucide-react'
import * as Toolbar from '@radix-ui/react-toolbar'
import { useRef } from 'react'
import { bringPictures, type TellNews } from './bring-pictures'
import { useWords } from '../../language/words'
import { toolLook } from './tool-look'

export function PictureTool({ editor, tell }: { editor: Editor; tell: TellNews }) {
  const { tools, picture } = useWords('editor').words
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Toolbar.Button
        title={tools.picture}
        aria-label={tools.picture}
        className={toolLook}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => input.current?.click()}
      >
        <ImagePlus aria-hidden="true" />
      </Toolbar.Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        tabIndex={-1}
        aria-label={picture.choose}
        accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
        onChange={({ target }) => {
          bringPictures(editor.view, [...(target.files ?? [])], tell)
          target.value = '' // the same file may be chosen again
        }}
      />
    </>
  )
}
