/** Does something once, when an element, if there is one, is about to come into view. */
export function whenSeen(element: Element | null, work: () => void) {
  const watch = new IntersectionObserver(
    ([seen]) => {
      if (!seen!.isIntersecting) return
      watch.disconnect()
      work()
    },
    { rootMargin: '50%' },
  )
  if (element) watch.observe(element)
}
