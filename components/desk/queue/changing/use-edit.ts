import { startTransition, useRef, useState } from 'react'
import type { QueuedComment } from '@/lib/moderation/queue/queries'
import type { EditAction, EditState, EditTyped } from './state'

type Content = Pick<QueuedComment, 'name' | 'url' | 'text'>

interface Sent {
  /** Of the comment that it was written over. */
  version: string
  content: Content
}

/**
 * An edit inside a card: what was written stands there at once, while it is being saved; where it is refused, it is in the
 * form again, with the reason.
 */
export function useEdit(comment: QueuedComment, action: EditAction | undefined) {
  const [isOpen, setOpen] = useState(false)
  const [isPending, setPending] = useState(false)
  const [state, setState] = useState<EditState>({})
  const [sent, setSent] = useState<Sent>()
  const [before, setBefore] = useState<Content>()
  const link = useRef<HTMLAnchorElement>(null)
  // The comment that the site has answered with takes the place of what was sent.
  const shown = sent?.version === comment.version ? { ...comment, ...sent.content } : comment

  const close = () => {
    setOpen(false)
    setState({})
    link.current?.focus()
  }
  const ask = (form: FormData, content: Content, typed?: EditTyped) => {
    if (!action) return
    const { name, url, text, version } = comment
    setBefore({ name, url, text })
    setSent({ version, content })
    setPending(true)
    setOpen(false)
    link.current?.focus()
    startTransition(async () => {
      const outcome = await action(state, form).catch((): EditState => ({
        refusal: 'unavailable',
        typed,
        nonce: Date.now(),
      }))
      startTransition(() => {
        setPending(false)
        setState(outcome)
        if (outcome.done) return
        setSent(undefined)
        setOpen(typed !== undefined)
      })
    })
  }
  const save = (form: FormData) => {
    const typed = typedIn(form)
    ask(form, { name: typed.name, url: typed.url || null, text: typed.text }, typed)
  }
  const undo = (form: FormData) => {
    if (before) ask(form, before)
  }
  return { shown, isOpen, isPending, state, link, open: () => setOpen(true), close, save, undo }
}

const typedIn = (form: FormData): EditTyped => {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  return {
    name: text('name'),
    url: text('url'),
    text: text('text'),
    why: text('why'),
    reason: text('reason'),
  }
}
