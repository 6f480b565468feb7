import { make } from './make'
import { store, stored } from './stored'

// Where this reader is: kept in this browser alone, and sent to nobody.

const key = 'reading'

/** How far a chapter was read, from 0 to 1 or beyond its end; newest first. */
type Place = [path: string, title: string, share: number]

const places = () => (stored('localStorage', key) ?? []) as Place[]

/**
 * Remembers how far the text has been read, and goes there when the reader comes back to continue. What it gives back
 * looks how far that is, for a text that is read without scrolling.
 */
export function rememberPlace(body: Element, path: string, title: string) {
  const kept = 50
  let furthest = places().find((place) => place[0] === path)?.[2] ?? 0
  const box = () => body.getBoundingClientRect()
  if (location.hash === '#continue')
    scrollTo(0, scrollY + box().top + box().height * furthest - innerHeight / 2)

  let looking: unknown
  const look = () => {
    looking = 0
    const { top, height } = box()
    // Who follows a link to the comments has not read what was jumped over: more than a screen of it.
    if (top + height * furthest < -innerHeight) return
    furthest = Math.max(furthest, (innerHeight - top) / height)
    const others = places().filter((place) => place[0] !== path)
    if (furthest > 0.02) store('localStorage', key, [[path, title, furthest], ...others].slice(0, kept))
  }
  onscroll = () => (looking ||= setTimeout(look, 500))
  return look
}

/** Says in lists what has been read, and leads back to what has not been read to its end. */
export function showPlaces() {
  const finished = 0.95
  const known = places()
  for (const list of document.querySelectorAll<HTMLElement>('[data-read]'))
    for (const [path, , share] of known) {
      const link = share >= finished && list.querySelector<HTMLElement>(`h2 a[href="${path}"]`)
      if (link) link.after(make('small', { textContent: list.dataset.read }))
    }
  const goOn = document.querySelector<HTMLElement>('.go-on')
  const open = known.find(([path, , share]) => share < finished && path.startsWith(location.pathname))
  if (!goOn || !open) return
  const link = goOn.querySelector<HTMLAnchorElement>('a')!
  link.href = `${open[0]}#continue`
  link.textContent = open[1]
  goOn.hidden = false
}
