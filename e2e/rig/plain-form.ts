/** Sends a form of the desk's as a browser without scripts does, or a program that knows how; answers what came. */
export async function sendPlainForm(
  url: string,
  path: string,
  fields: Record<string, string>,
  { from, cookie }: { from?: string; cookie?: string } = {},
) {
  const headers = { ...(from ? { 'x-forwarded-for': from } : {}), ...(cookie ? { cookie } : {}) }
  hidden.set(
    path,
    hidden.get(path) ??
      hiddenFields(await (await fetch(url + path, { headers })).text(), Object.keys(fields)),
  )
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

/** The hidden fields of the form that has fields of these names: a page may have several. */
export function hiddenFields(html: string, names: readonly string[]): [name: string, value: string][] {
  const form =
    html.split('<form').find((part) => names.every((name) => part.includes(`name="${name}"`))) ?? ''
  return [...form.matchAll(/<input\b[^>]*\btype="hidden"[^>]*>/g)].map(([tag]) => {
    const said = (attribute: string) => text(new RegExp(`\\b${attribute}="([^"]*)"`).exec(tag)?.[1] ?? '')
    return [said('name'), said('value')]
  })
}

const text = (markup: string) =>
  markup.replace(/&(amp|lt|gt|quot|#x27);/g, (_all, sign: string) => signs[sign]!)
const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }
