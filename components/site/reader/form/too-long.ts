/** Says beside a field that it is too long, counted as the server counts: characters, or bytes for the text. */
export function sayTooLong(form: HTMLFormElement, event: Event) {
  const field = event.target as HTMLTextAreaElement
  const { most, unit } = field.dataset
  if (!most) return
  // As the server takes off what is blank: of a text, the lines before it, but not how its first line begins.
  const text = field.value
    .normalize()
    .replace(/^\s*\n/, '')
    .trimEnd()
  const count = unit ? new Blob([text]).size : [...text.trim()].length
  document.querySelector(`#${field.name}-problem`)!.textContent =
    count > +most
      ? form.dataset.tooLong!.replace('{count}', () => count as never).replace('{most}', () => most)
      : ''
}
