import { store, stored } from './stored'

// Name, e-mail address and website for the next comment: kept in this browser alone, and only if its owner says so.

const key = 'commenter'
const names = ['author', 'email', 'url'] as const

/** Fills in what was kept; answers what is to be called when a comment has been received. */
export function remember(form: HTMLFormElement, field: (name: string) => HTMLInputElement | null) {
  const row = form.querySelector<HTMLElement>('#remember')
  const box = row?.querySelector('input')
  if (!row || !box) return () => {}
  row.hidden = false
  const kept = stored('localStorage', key) as Record<string, string> | undefined
  box.checked = Boolean(kept)
  for (const name of names) {
    const input = field(name)
    if (input) input.value ||= kept?.[name] ?? ''
  }
  return () => {
    const values = names.map((name) => [name, field(name)?.value ?? ''])
    store('localStorage', key, box.checked ? Object.fromEntries(values) : undefined)
  }
}
