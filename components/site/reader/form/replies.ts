/** Reply links make the form ready in place: the parent, the title, a way back. */
export function replies(form: HTMLFormElement, changed: () => void) {
  const { dataset: words, elements } = form
  const { comment, parent } = elements as unknown as Record<string, HTMLInputElement>
  const title = document.querySelector<HTMLElement>('#respond-title')!
  const cancel = document.querySelector<HTMLElement>('#cancel-reply')!

  const replyTo = (id: string, name = '') => {
    parent!.value = id
    words.to = name
    title.textContent = name ? words.titleTo!.replace('{name}', () => name) : words.title!
    cancel.hidden = !id
    changed()
  }

  onclick = (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a.reply,#cancel-reply')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    // The button to cancel has no address, and so names nobody.
    replyTo(link.search?.slice('?reply='.length) ?? '', link.dataset.name)
    comment!.focus()
  }
  return replyTo
}
