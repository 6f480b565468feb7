import { hiddenFields } from './plain-form'

/** Signs in as a browser without scripts does; answers the cookie of the session. */
export async function signedIn(url: string, person: { email: string; password: string }): Promise<string> {
  const page = await (await fetch(`${url}/sign-in`)).text()
  const form = new FormData()
  for (const [name, value] of hiddenFields(page, ['email', 'password'])) form.set(name, value)
  form.set('email', person.email)
  form.set('password', person.password)
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: { origin: url },
  })
  const cookie = answer.headers.getSetCookie().find((one) => /desk-session=[^;]/.test(one))
  if (!cookie) throw new Error(`Nobody is signed in: ${answer.status} ${(await answer.text()).slice(0, 300)}`)
  return cookie.split(';')[0]!
}
