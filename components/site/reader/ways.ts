import { make } from './make'
import { whenSeen } from './when-seen'

/** ← and → lead to the neighbouring chapters, as they lie on the page: in Arabic the next one is on the left. */
export function arrowKeys() {
  addEventListener('keydown', (event) => {
    const { key, target } = event
    if (!/^Arrow[LR]/.test(key) || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    // Elsewhere the keys may have work of their own: in fields, choices, players, and what scrolls sideways.
    if (!(target as Element).matches('body,main,a:not(.wide a)')) return
    const forward = /R/.test(key) !== (document.dir === 'rtl')
    document.querySelector<HTMLElement>(`a[rel=${forward ? 'next' : 'prev'}]`)?.click()
  })
}

/** Fetches the next chapter when its link comes into view, and any page when its link is pointed at or touched. */
export function fetchAhead() {
  const fetch = (link: HTMLAnchorElement | null) => {
    if (!link) return
    link.rel ||= 'prefetch' // so it is asked for once
    document.head.append(make('link', { rel: 'prefetch', href: link.href }))
  }
  const next = document.querySelector<HTMLAnchorElement>('a[rel=next]')
  whenSeen(next, () => fetch(next))
  addEventListener('pointerover', ({ target }) =>
    fetch((target as Element).closest<HTMLAnchorElement>('a[href^="/"]:not([rel])')),
  )
}
