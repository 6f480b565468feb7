import { make } from './make'
import { whenSeen } from './when-seen'

/** ← and → lead to the neighbouring chapters; which of them leads where, the links say themselves. */
export function arrowKeys() {
  onkeydown = (event) => {
    const { key, target } = event
    // No letter or mark leads anywhere.
    if (!key[1] || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    // Elsewhere the keys may have work of their own: in fields, choices, players, and what scrolls sideways.
    if ((target as Element).matches('body,main,a:not(.wide a)'))
      document.querySelector<HTMLElement>(`[aria-keyshortcuts=${key}]`)?.click()
  }
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
  onpointerover = ({ target }) =>
    fetch((target as Element).closest<HTMLAnchorElement>('a[href^="/"]:not([rel])'))
}
