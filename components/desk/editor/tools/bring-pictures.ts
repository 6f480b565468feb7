import type { EditorView } from '@tiptap/pm/view'
import { Selection } from '@tiptap/pm/state'
import { pictureLimits, type StoredPicture } from '@/lib/pictures/rules'

/** What there is to say about pictures on their way. */
export interface PictureNews {
  waiting: number
  problem?: { file: string; code: string }
}
export type TellNews = (change: (before: PictureNews) => PictureNews) => void

/**
 * Sends files to be kept and puts them into the text, one after the other: at `at`, or below what is being
 * written. Says whether there were any.
 */
export function bringPictures(view: EditorView, files: File[], tell: TellNews, at?: number): boolean {
  if (files.length === 0) return false
  tell(({ waiting }) => ({ waiting: waiting + files.length }))
  void (async () => {
    for (const [place, file] of files.entries()) {
      const outcome = await send(file)
      if (outcome.ok && !view.isDestroyed) insert(view, outcome.value, place === 0 ? at : undefined)
      tell(({ waiting, problem }) => ({
        waiting: waiting - 1,
        problem: outcome.ok ? problem : { file: file.name, code: outcome.refusal },
      }))
    }
  })()
  return true
}

type Answer = { ok: true; value: StoredPicture } | { ok: false; refusal: string }

async function send(file: File): Promise<Answer> {
  if (file.size > pictureLimits.bytes) return { ok: false, refusal: 'picture-large' }
  try {
    const headers = { 'content-type': 'application/octet-stream' }
    const answer = await fetch('/api/pictures', { method: 'POST', headers, body: file })
    return (await answer.json()) as Answer
  } catch {
    return { ok: false, refusal: 'unavailable' }
  }
}

/** A figure takes the place of an empty line; else it comes below the block that is being written. */
function insert(view: EditorView, picture: StoredPicture, at?: number) {
  const { doc, schema, selection, tr } = view.state
  const $at = at === undefined ? selection.$from : doc.resolve(Math.min(at, doc.content.size))
  const figure = schema.nodes.figure!.create(picture)
  const isEmptyLine = $at.depth === 1 && $at.parent.isTextblock && $at.parent.content.size === 0
  const [from, to] =
    $at.depth === 0 ? [$at.pos, $at.pos] : [isEmptyLine ? $at.before(1) : $at.after(1), $at.after(1)]
  const written = tr.replaceWith(from, to, figure)
  if (from + figure.nodeSize >= written.doc.content.size)
    written.insert(written.doc.content.size, schema.nodes.paragraph!.create())
  // The next one comes below it.
  written.setSelection(Selection.near(written.doc.resolve(from + figure.nodeSize)))
  view.dispatch(written.scrollIntoView())
}

/** The pictures among what was dropped or pasted; text that comes with a picture of itself stays text. */
export const picturesOf = (data: DataTransfer | null): File[] =>
  !data || data.getData('text/plain').trim() !== ''
    ? []
    : [...data.files].filter((file) => file.type.startsWith('image/'))
