import { store, stored } from './stored'

// Name, e-mail address and website for the next comment: kept in this browser alone, and only if its owner says so.

const key = 'commenter'

/** Fills in what was kept of these fields; answers what is to be called when a comment has been received. */
export function remember(form: HTMLFormElement, fields: HTMLInputElement[]) {
  const box = form.querySelector<HTMLInputElement>('#remember input')
  if (!box) return () => {}
  box.parentElement!.hidden = false
  const kept = stored('localStorage', key) as Record<string, string> | undefined
  box.checked ||= Boolean(kept)
  for (const field of fields) field.value ||= kept?.[field.name] ?? ''
  return () =>
    store(
      'localStorage',
      key,
      box.checked ? Object.fromEntries(fields.map(({ name, value }) => [name, value])) : undefined,
    )
}
