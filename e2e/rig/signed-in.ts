/** Signs in as a browser without scripts does; answers the cookie of the session. */
export async function signedIn(url: string, person: { email: string; password: string }): Promise<string> {
  const page = await (await fetch(`${url}/sign-in`)).text()
  const form = new FormData()
  for (const [, tag] of page.matchAll(/(<input\b[^>]*\btype="hidden"[^>]*>)/g)) {
    const name = /\bname="([^"]*)"/.exec(tag!)?.[1]
    if (name) form.set(text(name), text(/\bvalue="([^"]*)"/.exec(tag!)?.[1] ?? ''))
  }
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

const text = (markup: string) =>
  markup.replace(/&(amp|lt|gt|quot|#x27);/g, (_all, sign: string) => signs[sign]!)
const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }
