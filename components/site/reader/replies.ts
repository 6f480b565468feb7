/** Reply links make the form ready in place: the parent, the title, a way back. */
export function replies(form: HTMLFormElement, changed: () => void) {
  const parent = form.elements['parent' as never] as HTMLInputElement
  const title = document.querySelector('#respond-title')!
  const cancel = document.querySelector<HTMLElement>('#cancel-reply')!

  const replyTo = (id: string, name?: string) => {
    parent.value = id
    form.dataset.to = name ?? ''
    title.textContent = name ? form.dataset.titleTo!.replace('{name}', name) : form.dataset.title!
    cancel.hidden = !id
    changed()
  }
  const toWrite = (event: Event) => {
    event.preventDefault()
    form.querySelector('textarea')!.focus()
  }

  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a.reply')
    if (!link || !form.isConnected || event.ctrlKey || event.metaKey || event.shiftKey) return
    replyTo(link.search.slice('?reply='.length), link.dataset.name)
    toWrite(event)
  })
  cancel.addEventListener('click', (event) => {
    replyTo('')
    toWrite(event)
  })
  return replyTo
}
