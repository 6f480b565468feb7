/** Sends a form of the desk's as a browser without scripts does, or a program that knows how; answers what came. */
export async function sendPlainForm(
  url: string,
  path: string,
  fields: Record<string, string>,
  { from, cookie }: { from?: string; cookie?: string } = {},
) {
  const headers = { ...(from ? { 'x-forwarded-for': from } : {}), ...(cookie ? { cookie } : {}) }
  hidden.set(path, hidden.get(path) ?? (await hiddenFields(url + path, headers)))
  const form = new FormData()
  for (const [name, value] of [...hidden.get(path)!, ...Object.entries(fields)]) form.append(name, value)
  return fetch(url + path, {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: { ...headers, origin: url },
  })
}

// The names of actions are those of the build.
const hidden = new Map<string, [string, string][]>()

async function hiddenFields(address: string, headers: Record<string, string>): Promise<[string, string][]> {
  const html = await (await fetch(address, { headers })).text()
  const inputs = html.match(/<input type="hidden"[^>]*>/g) ?? []
  return inputs.map((input) => {
    const value = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(input)?.[1] ?? ''
    return [value('name'), value('value').replaceAll('&quot;', '"').replaceAll('&amp;', '&')]
  })
}
