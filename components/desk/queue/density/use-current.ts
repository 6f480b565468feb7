import { useState, type FocusEvent } from 'react'

/**
 * Which comment of a list is before somebody's eyes: the one that had the focus last; when it has left the list, the one
 * in its place; at first the first.
 */
export function useCurrent(ids: readonly string[]) {
  const [at, setAt] = useState({ id: '', place: 0 })
  const found = ids.indexOf(at.id)
  const place = found >= 0 ? found : Math.min(at.place, ids.length - 1)
  const onFocus = ({ target }: FocusEvent) => {
    const id = target.closest<HTMLElement>('[data-comment]')?.dataset.comment
    if (id && id !== at.id) setAt({ id, place: ids.indexOf(id) })
    else if (id && found >= 0 && found !== at.place) setAt({ id, place: found })
  }
  return { current: ids[place], onFocus }
}
