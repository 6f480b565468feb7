/** Says beside a field that it is too long, counted as the server counts: characters, or bytes for the text. */
export function sayTooLong(form: HTMLFormElement, event: Event) {
  const { value, name, dataset } = event.target as HTMLTextAreaElement
  if (!dataset.most) return
  const text = value.normalize().trim()
  const count = dataset.unit ? new Blob([text]).size : [...text].length
  form.querySelector(`#${name}-problem`)!.textContent =
    count > +dataset.most
      ? form.dataset.tooLong!.replace('{count}', () => `${count}`).replace('{most}', () => dataset.most!)
      : ''
}
