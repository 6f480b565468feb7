import { useState } from 'react'

/** Which comments of a list are selected. Those that have left the list are selected no longer. */
export function useSelection(ids: readonly string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [anchor, setAnchor] = useState<string>()
  const selected = ids.filter((id) => chosen.has(id))

  const toggle = (id: string, range = false) => {
    const is = !chosen.has(id)
    const [from, to] = [anchor ?? id, id].map((one) => ids.indexOf(one)).sort((a, b) => a - b)
    const touched = range && from! >= 0 ? ids.slice(from, to! + 1) : [id]
    setAnchor(id)
    // A range takes the state of where it began, as in every list of mails.
    const on = range && anchor !== undefined ? chosen.has(anchor) : is
    const next = new Set(selected)
    touched.forEach((one) => (on ? next.add(one) : next.delete(one)))
    setChosen(next)
  }
  const all = () => setChosen(new Set(ids))
  const none = () => setChosen(new Set())
  return { selected, isSelected: (id: string) => chosen.has(id), toggle, all, none }
}
export type Selection = ReturnType<typeof useSelection>
