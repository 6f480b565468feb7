import { make } from './make'
import { workFor } from './work'

export interface Sum {
  token: string
  question: string
  spoken: string
}

/** The calculation: fetched when it is needed, and again when it has grown old. */
export function sumOf(form: HTMLFormElement) {
  const place = form.querySelector('#sum')!
  const token = form.elements['challenge' as never] as HTMLInputElement
  const answer = form.elements['answer' as never] as HTMLInputElement
  // A challenge lives 30 minutes; a slow answer should still be in time.
  const fresh = 25 * 60_000
  let since = token.value ? Date.now() : 0
  let asking: Promise<void> | undefined
  let work = ''

  const show = (sum: Sum) => {
    token.value = sum.token
    work = ''
    void workFor(sum.token).then((done) => {
      if (token.value === sum.token) work = done
    })
    answer.value = ''
    since = Date.now()
    place.replaceChildren(
      make('span', { role: 'math', ariaLabel: sum.spoken, dir: 'auto', textContent: sum.question }),
    )
  }

  const ask = async () => {
    place.textContent = form.dataset.sumLoading!
    token.value = ''
    try {
      const response = await fetch(form.dataset.captcha!, { signal: AbortSignal.timeout(10_000) })
      show((await response.json()) as Sum) // what is no sum is no JSON either
    } catch {
      place.textContent = form.dataset.sumFailed!
    }
  }

  const renew = () => (asking ??= ask().finally(() => (asking = undefined)))
  const need = () => void (Date.now() - since > fresh && renew())
  return { show, renew, need, work: () => work }
}
