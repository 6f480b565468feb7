import { make } from '../make'
import { workFor } from './work'

export interface ShownSum {
  token: string
  question: string
  spoken: string
}

/** The calculation: fetched when it is needed, and again when it has grown old. */
export function sumOf(form: HTMLFormElement) {
  const { challenge, answer, work } = form.elements as unknown as Record<string, HTMLInputElement>
  const place = document.querySelector<HTMLElement>('#sum')!
  // A challenge lives 30 minutes; a slow answer should still be in time.
  const fresh = 15e5
  let since = challenge!.value ? Date.now() : 0
  let asking: Promise<void> | undefined

  const show = ({ token, question, spoken }: ShownSum) => {
    challenge!.value = token
    work!.value = ''
    void workFor(token).then((done) => {
      if (challenge!.value === token) work!.value = done
    })
    answer!.value = ''
    since = Date.now()
    place.replaceChildren(
      make('span', { textContent: question, dir: 'auto', role: 'math', ariaLabel: spoken }),
    )
  }

  const ask = async () => {
    place.textContent = form.dataset.sumLoading!
    challenge!.value = ''
    try {
      const response = await fetch(form.dataset.captcha!, { signal: AbortSignal.timeout(10_000) })
      show((await response.json()) as ShownSum) // what is no sum is no JSON either
    } catch {
      place.textContent = form.dataset.sumFailed!
    }
  }

  const renew = () => (asking ??= ask().finally(() => (asking = undefined)))
  const need = () => void (Date.now() - since > fresh && renew())
  return { show, renew, need }
}
