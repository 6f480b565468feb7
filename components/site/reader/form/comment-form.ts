import { keepDraft, readDraft, type KeptDraft } from './draft'
import { remember } from './remember'
import { make } from '../make'
import { replies } from './replies'
import { sumOf, type ShownSum } from './sum'
import { store, stored } from '../stored'
import { sayTooLong } from './too-long'
import { whenSeen } from '../when-seen'

interface Answer {
  problems: Record<string, string>
  /** The submission key is another comment's. */
  spent?: true
  challenge?: ShownSum
  /** 'gone': the comment that is answered is not there any more. */
  reply?: string
  /** What the reader is told when the comment is received. */
  message?: string
  more?: string
  /** Where the reader sees what becomes of it, and the words of that link. */
  link?: { href: string; text: string; hint: string }
}

export function commentForm(form: HTMLFormElement) {
  const fields = form.elements as unknown as Record<string, HTMLInputElement>
  const { comment, answer, parent, submission_key: key } = fields
  // Comment, name, e-mail address, and a website where the site asks for one.
  const typed = [...form.querySelectorAll<HTMLInputElement>('[data-most]')]
  const status = document.querySelector<HTMLElement>('#form-status')!
  const general = document.querySelector<HTMLElement>('#problems')!
  const sum = sumOf(form)

  // Our own messages, in the page's language and beside the fields, instead of the browser's.
  form.noValidate = true

  const read = () => Object.fromEntries(new FormData(form)) as KeptDraft
  const keep = () => {
    keepDraft({ ...read(), name: form.dataset.to! })
    // What is kept here is not to be brought back by the browser as well, after it was received.
    comment!.autocomplete = (readDraft().comment && 'off') as AutoFill
  }
  const replyTo = replies(form, keep)

  const draft = readDraft()
  const fill = (from: KeptDraft) => typed.map((field) => (field.value ||= from[field.name] ?? ''))
  fill(draft)
  // Who has come by a link to answer another comment answers that.
  if (draft.parent && !parent!.value) replyTo(draft.parent, draft.name)
  // The same key through every retry, a reload and the back button: the comment is stored once. (randomUUID exists on
  // secure pages only. Where there is no key the server makes one from the challenge.)
  key!.value ||= draft.submission_key || (crypto.randomUUID?.() ?? '')

  if (draft.comment) keep()

  // What was received is over: on pages that the browser brings back as they were, and in other tabs, unless somebody
  // has gone on writing there.
  let touched = false
  const look = ({ persisted }: Partial<PageTransitionEvent>) => {
    if (stored('localStorage', 'sent') !== key!.value) return
    key!.value = ''
    if (touched && !persisted) return
    comment!.value = ''
    replyTo('')
  }
  onpageshow = onstorage = look as () => void

  const commented = remember(fill, read)

  form.oninput = (event) => {
    touched = true
    keep()
    sayTooLong(form, event)
  }
  form.addEventListener('focusin', sum.need)
  form.onsubmit = (event) => {
    const intent = (event.submitter as HTMLButtonElement | null)?.value
    // The server shows the page with the preview, or with the quotation, and everything kept.
    if (intent && intent !== 'new-sum') return
    event.preventDefault()
    if (intent) void sum.renew().then(() => answer!.focus())
    else void send()
  }
  // Who only reads is not asked to calculate, nor is the phone.
  whenSeen(form, sum.need)

  async function send() {
    // The longest that it may take before we say that the site could not be reached.
    const patience = 20_000
    if (form.ariaBusy) return
    form.ariaBusy = 'true'
    status.textContent = form.dataset.sending!
    show({})
    try {
      const response = await fetch(form.action, {
        method: 'POST',
        body: new URLSearchParams(new FormData(form) as never),
        headers: { accept: 'application/json' },
        signal: AbortSignal.timeout(patience),
      })
      const answer = (await response.json()) as Answer
      // Another text under a key that is already stored: the next try is a comment of its own.
      if (answer.spent) key!.value = ''
      if (answer.message) received(answer)
      else refused(answer)
      status.textContent = ''
    } catch {
      // No network, no answer in time, or none of ours: nothing is lost, the key stays.
      status.textContent = form.dataset.failed!
    }
    form.ariaBusy = null
  }

  function refused({ problems, challenge, reply }: Answer) {
    if (challenge) sum.show(challenge)
    if (reply) replyTo('')
    show(problems)
    ;(form.querySelector<HTMLElement>('[aria-invalid]') ?? general).focus()
  }

  function show(problems: Record<string, string>) {
    for (const field of [...typed, answer!]) {
      const problem = problems[field.name] // none: an empty text, as undefined is to the DOM
      field.ariaInvalid = problem ? 'true' : null
      document.querySelector(`#${field.name}-problem`)!.textContent = problem!
    }
    general.textContent = problems.form!
  }

  function received({ message: text, more, link }: Answer) {
    commented()
    keepDraft()
    // By its key other pages and tabs know that it is over.
    store('localStorage', 'sent', key!.value)
    const message = make('div', { className: 'received', role: 'status', tabIndex: -1 })
    message.append(make('strong', { textContent: text! }), make('p', { textContent: more! }))
    message.append(make('a', link!), `. ${link!.hint}`)
    onclick = null // there is nothing to answer with
    form.replaceWith(message)
    message.focus()
  }
}
