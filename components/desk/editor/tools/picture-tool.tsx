import type { Editor } from '@tiptap/react'
import { ImagePlus } from 'lucide-react'
import * as Toolbar from '@radix-ui/react-toolbar'
import { useRef } from 'react'
import { bringPictures, type TellNews } from './bring-pictures'
import { toolLook } from './tool-look'

export function PictureTool({ editor, tell }: { editor: Editor; tell: TellNews }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Toolbar.Button
        title="Picture"
        aria-label="Picture"
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
        aria-label="Choose pictures"
        accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
        onChange={({ target }) => {
          bringPictures(editor.view, [...(target.files ?? [])], tell)
          target.value = '' // the same file may be chosen again
        }}
      />
    </>
  )
}
