import { make } from './make'

/** ← and → lead to the neighbouring chapters, as they lie on the page: in Arabic the next one is on the left. */
export function arrowKeys() {
  addEventListener('keydown', (event) => {
    const { key, target } = event
    if (!/^Arrow(Left|Right)$/.test(key) || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
      return
    // Where the keys have work of their own: fields, and what scrolls sideways.
    if ((target as Element).closest('input,textarea,pre,table')) return
    const forward = (key === 'ArrowRight') !== (document.dir === 'rtl')
    document.querySelector<HTMLElement>(`a[rel=${forward ? 'next' : 'prev'}]`)?.click()
  })
}

/** Fetches the next chapter when its link comes into view, at this one's end. */
export function fetchAhead() {
  const next = document.querySelector<HTMLAnchorElement>('a[rel=next]')
  if (!next) return
  const watch = new IntersectionObserver(([seen]) => {
    if (!seen!.isIntersecting) return
    watch.disconnect()
    document.head.append(make('link', { rel: 'prefetch', href: next.href }))
  })
  watch.observe(next)
}
