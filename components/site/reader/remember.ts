// Name, e-mail address and website for the next comment: kept in this browser alone, and only if its owner says so.

const key = 'commenter'
const names = ['author', 'email', 'url'] as const

/** Fills in what was kept; answers what is to be called when a comment has been received. */
export function remember(form: HTMLFormElement, field: (name: string) => HTMLInputElement | null) {
  const row = form.querySelector<HTMLElement>('#remember')
  const box = row?.querySelector('input')
  if (!row || !box) return () => {}
  row.hidden = false
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Record<string, string> | null
    box.checked = kept !== null
    for (const name of names) {
      const input = field(name)
      if (input) input.value ||= kept?.[name] ?? ''
    }
  } catch {
    // Forbidden: then it is as if nothing had been kept.
  }
  return () => {
    try {
      if (!box.checked) return localStorage.removeItem(key)
      const values = names.map((name) => [name, field(name)?.value ?? ''])
      localStorage.setItem(key, JSON.stringify(Object.fromEntries(values)))
    } catch {
      // Full or forbidden.
    }
  }
}
