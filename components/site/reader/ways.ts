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

/** Fetches a page that is about to be opened: what the pointer rests on, and the next chapter at this one's end. */
export function fetchAhead() {
  const fetched = new Set([location.pathname])
  const fetchPage = (link: HTMLAnchorElement | null) => {
    if (!link || link.origin !== location.origin || link.search || fetched.has(link.pathname)) return
    fetched.add(link.pathname)
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'prefetch', href: link.pathname }),
    )
  }
  addEventListener('pointerover', ({ target }) => fetchPage((target as Element).closest?.('main a[href]')))
  const next = document.querySelector<HTMLAnchorElement>('a[rel=next]')
  if (next) new IntersectionObserver(([seen]) => seen!.isIntersecting && fetchPage(next)).observe(next)
}
