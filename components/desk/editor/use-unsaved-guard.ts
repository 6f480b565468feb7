import { useEffect } from 'react'

/** Asks before unsaved work is left, by closing the page or by following a link. */
export function useUnsavedGuard(isDirty: boolean, question: string) {
  useEffect(() => {
    if (!isDirty) return
    const closing = (event: BeforeUnloadEvent) => event.preventDefault()
    const following = (event: MouseEvent) => {
      const link = (event.target as Element).closest?.('a[href]')
      const leaves = link && !link.closest('.manuscript') && link.getAttribute('target') !== '_blank'
      if (leaves && !event.ctrlKey && !event.metaKey && !window.confirm(question)) {
        event.preventDefault()
        event.stopPropagation()
      }
    }
    window.addEventListener('beforeunload', closing)
    document.addEventListener('click', following, { capture: true })
    return () => {
      window.removeEventListener('beforeunload', closing)
      document.removeEventListener('click', following, { capture: true })
    }
  }, [isDirty, question])
}
