import { make } from './make'
import { store, stored } from './stored'

// Where this reader is: kept in this browser alone, and sent to nobody.

const key = 'reading'
const kept = 50
const finished = 0.95

/** How far a chapter was read, from 0 to 1; newest first. */
type Place = [path: string, title: string, share: number]

const places = () => (stored('localStorage', key) ?? []) as Place[]

/** Remembers how far the text has been scrolled, and goes there when the reader comes back to continue. */
export function rememberPlace(body: Element, title: string) {
  const path = location.pathname
  const before = places().find((place) => place[0] === path)?.[2] ?? 0
  const box = () => body.getBoundingClientRect()
  if (location.hash === '#continue')
    scrollTo(0, scrollY + box().top + box().height * before - innerHeight / 2)

  let furthest = before
  addEventListener('scrollend', () => {
    const share = (innerHeight - box().top) / box().height
    furthest = before >= finished ? before : Math.min(1, share)
    if (furthest < 0.02) return
    const others = places().filter((place) => place[0] !== path)
    store('localStorage', key, [[path, title, furthest], ...others].slice(0, kept))
  })
}

/** Says in lists what has been read, and leads back to what has not been read to its end. */
export function showPlaces() {
  const known = places()
  for (const list of document.querySelectorAll<HTMLElement>('[data-read]'))
    for (const [path, , share] of known) {
      const link = share >= finished && list.querySelector(`h2 a[href="${path}"]`)
      if (link) link.after(make('small', { textContent: list.dataset.read }))
    }
  const goOn = document.querySelector<HTMLElement>('.go-on')
  const open = known.find(([path, , share]) => share < finished && path.startsWith(location.pathname))
  if (!goOn || !open) return
  const link = goOn.querySelector('a')!
  link.href = `${open[0]}#continue`
  link.textContent = open[1]
  goOn.hidden = false
}
