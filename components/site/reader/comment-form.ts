import { forgetDraft, keepDraft, readDraft } from './draft'
import { replies } from './replies'
import { sumOf, type Sum } from './sum'

interface Answer {
  status: 'received' | 'problems'
  problems?: Record<string, string>
  challenge?: Sum
  /** 'gone': the comment that is answered is not there any more. */
  reply?: string
  /** What the reader is told when the comment is received. */
  message?: string
  more?: string
}

// The longest that a post may take before we say that the site could not be reached.
const patience = 20_000
const typed = ['comment', 'author', 'email', 'url'] as const

export function commentForm(form: HTMLFormElement) {
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement
  const status = form.querySelector('#form-status')!
  const general = form.querySelector('#problems')!
  const sum = sumOf(form)
  let sending = false

  // Our own messages, in the page's language and beside the fields, instead of the browser's.
  form.noValidate = true

  const keep = () => {
    const values = [...typed, 'submission_key', 'parent'].map((name) => [name, field(name).value])
    keepDraft({ ...Object.fromEntries(values), name: form.dataset.to ?? '' })
  }
  const replyTo = replies(form, keep)

  const draft = readDraft()
  if (!typed.some((name) => field(name).value)) {
    for (const name of typed) field(name).value = draft[name] ?? ''
    if (draft.parent && document.getElementById(`comment-${draft.parent}`)) replyTo(draft.parent, draft.name)
  }
  // The same key through every retry, a reload and the back button: the comment is stored once.
  field('submission_key').value ||= draft.submission_key || newKey()

  form.addEventListener('input', keep)
  form.addEventListener('focusin', () => void sum.need())
  setTimeout(() => void sum.need(), 1_000)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const intent = (event.submitter as HTMLButtonElement | null)?.value
    if (intent) void sum.renew().then(() => field('answer').focus())
    else void send()
  })

  async function send() {
    if (sending) return
    sending = true
    form.ariaBusy = 'true'
    status.textContent = form.dataset.sending!
    show({})
    const answer = await post()
    sending = false
    form.ariaBusy = null
    status.textContent = ''
    if (answer?.message) received(answer)
    else if (answer?.problems) refused(answer)
    else status.textContent = form.dataset.failed!
  }

  async function post(): Promise<Answer | undefined> {
    try {
      const response = await fetch(form.action, {
        method: 'POST',
        body: new URLSearchParams([...new FormData(form)] as [string, string][]),
        headers: { accept: 'application/json' },
        signal: AbortSignal.timeout(patience),
      })
      // Another text under a key that is already stored: the next try is a comment of its own.
      const answer = (await response.json()) as Answer
      if (response.status === 409 && answer.problems?.form) field('submission_key').value = newKey()
      return answer
    } catch {
      return undefined // no network, no answer in time, or not from us: nothing is lost, the key stays
    }
  }

  function refused({ problems = {}, challenge, reply }: Answer) {
    if (reply) replyTo('')
    // A sum that was not the trouble is still good: it need not be solved twice.
    if (challenge && (problems.answer || problems.form)) sum.show(challenge)
    show(problems)
    const first = form.querySelector<HTMLElement>('[aria-invalid]') ?? (general as HTMLElement)
    general.textContent = problems.form ?? ''
    first.focus()
  }

  function show(problems: Record<string, string>) {
    general.textContent = ''
    for (const name of [...typed, 'answer']) {
      field(name).ariaInvalid = problems[name] ? 'true' : null
      form.querySelector(`#${name}-problem`)!.textContent = problems[name] ?? ''
    }
  }

  function received({ message: text, more: further }: Answer) {
    replyTo('')
    forgetDraft()
    const message = document.createElement('div')
    message.className = 'received'
    message.role = 'status'
    message.tabIndex = -1
    const said = document.createElement('strong')
    said.textContent = text!
    const more = document.createElement('p')
    more.textContent = further!
    message.append(said, more)
    form.replaceWith(message)
    message.focus()
  }
}

// randomUUID exists on secure pages only, and a first look at the site may be over plain http.
const newKey = () =>
  crypto.randomUUID?.() ??
  '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (digit) =>
    (+digit ^ (crypto.getRandomValues(new Uint8Array(1))[0]! & (15 >> (+digit / 4)))).toString(16),
  )
