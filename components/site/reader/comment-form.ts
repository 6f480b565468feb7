import { keepDraft, readDraft, type Draft } from './draft'
import { remember } from './remember'
import { make } from './make'
import { replies } from './replies'
import { sumOf, type Sum } from './sum'
import { sayTooLong } from './too-long'
import { whenSeen } from './when-seen'

interface Answer {
  status: 'received' | 'problems'
  problems?: Record<string, string>
  challenge?: Sum
  /** 'gone': the comment that is answered is not there any more. */
  reply?: string
  /** What the reader is told when the comment is received. */
  message?: string
  more?: string
  /** Where the reader sees what becomes of it, and the words of that link. */
  link?: { href: string; text: string; hint: string }
}

export function commentForm(form: HTMLFormElement) {
  const field = (name: string) => form.elements[name as never] as HTMLInputElement
  // The site may not ask for a website.
  const typed = ['comment', 'author', 'email', 'url'].filter(field)
  const status = form.querySelector('#form-status')!
  const general = form.querySelector('#problems')!
  const sum = sumOf(form)
  let sending = false

  // Our own messages, in the page's language and beside the fields, instead of the browser's.
  form.noValidate = true

  const keep = () =>
    keepDraft({ ...(Object.fromEntries(new FormData(form)) as Draft), name: form.dataset.to ?? '' })
  const replyTo = replies(form, keep)

  const draft = readDraft()
  if (!typed.some((name) => field(name).value)) {
    for (const name of typed) field(name).value = draft[name] ?? ''
    if (draft.parent && document.querySelector(`#comment-${draft.parent}`)) replyTo(draft.parent, draft.name)
  }
  // The same key through every retry, a reload and the back button: the comment is stored once.
  field('submission_key').value ||= draft.submission_key || newKey()

  const commented = remember(form, typed.slice(1).map(field))

  form.addEventListener('input', (event) => {
    keep()
    sayTooLong(form, event)
  })
  form.addEventListener('focusin', sum.need)
  form.addEventListener('submit', (event) => {
    const intent = (event.submitter as HTMLButtonElement | null)?.value
    // The server shows the page with the preview, or with the quotation, and everything kept.
    if (intent && intent !== 'new-sum') return
    event.preventDefault()
    if (intent) void sum.renew().then(() => field('answer').focus())
    else void send()
  })
  // Who only reads is not asked to calculate, nor is the phone.
  whenSeen(form, sum.need)

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
    // The longest that it may take before we say that the site could not be reached.
    const patience = 20_000
    try {
      const response = await fetch(form.action, {
        method: 'POST',
        body: new URLSearchParams([...new FormData(form), ['work', sum.work()]] as [string, string][]),
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

  function received({ message: text, more: further, link }: Answer) {
    commented()
    replyTo('')
    keepDraft()
    const message = make('div', { className: 'received', role: 'status', tabIndex: -1 })
    message.append(make('strong', { textContent: text! }), make('p', { textContent: further! }))
    if (link) message.append(make('a', { href: link.href, textContent: link.text }), `. ${link.hint}`)
    form.replaceWith(message)
    message.focus()
  }
}

// randomUUID exists on secure pages only. Over plain http the server makes the key from the challenge.
const newKey = () => crypto.randomUUID?.() ?? ''
