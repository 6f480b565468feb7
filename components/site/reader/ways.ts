import { make } from './make'
import { whenSeen } from './when-seen'

/** ← and → lead to the neighbouring chapters, as they lie on the page: in Arabic the next one is on the left. */
export function arrowKeys() {
  addEventListener('keydown', (event) => {
    const { key, target } = event
    if (!/^Arrow[LR]/.test(key) || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    // Elsewhere the keys may have work of their own: in fields, choices, players, and what scrolls sideways.
    if (!(target as Element).matches('body,main,a:not(.wide a)')) return
    const forward = (key === 'ArrowRight') !== (document.dir === 'rtl')
    document.querySelector<HTMLElement>(`a[rel=${forward ? 'next' : 'prev'}]`)?.click()
  })
}

/** Fetches the next chapter when its link comes into view, at this one's end. */
export function fetchAhead() {
  const next = document.querySelector<HTMLAnchorElement>('a[rel=next]')
  whenSeen(next, () => document.head.append(make('link', { rel: 'prefetch', href: next!.href })))
}
