import { store, stored } from '../stored'

// Name, e-mail address and website for the next comment: kept in this browser alone, and only if its owner says so.

const key = 'commenter'

type Fields = Record<string, string>

/** Fills in what was kept; answers what is to be called when a comment has been received. */
export function remember(fill: (from: Fields) => void, read: () => Fields) {
  const box = document.querySelector<HTMLInputElement>('#remember input')
  if (!box) return () => {}
  box.parentElement!.hidden = false
  const kept = stored('localStorage', key) as Fields | undefined
  box.checked ||= Boolean(kept)
  fill(kept ?? {})
  return () => {
    const { author, email, url } = read()
    store('localStorage', key, box.checked && { author, email, url })
  }
}
