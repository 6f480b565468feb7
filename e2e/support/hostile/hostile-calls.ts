import { readFileSync } from 'node:fs'
import path from 'node:path'

/** A field of a form: a text, a file, several, or nothing at all. */
export type Given = string | Blob | string[] | undefined
export type Fields = Record<string, Given>

export interface Action {
  id: string
  name: string
  /** The page that has it, with its parameters still to be filled in. */
  page: string
}

/** Every action of the build that a request can call, by its name in the code. */
export function actionsOfBuild(folder = '.'): Action[] {
  const manifest = path.join(folder, '.next/server/server-reference-manifest.json')
  const { node } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    node: Record<string, { exportedName: string; workers: Record<string, unknown> }>
  }
  return (
    Object.entries(node)
      // What a page of readers keeps is in the same list; the door before that page lets no call through.
      .filter(([, { exportedName }]) => !exportedName.startsWith('$$RSC_SERVER_CACHE'))
      .map(([id, { exportedName, workers }]) => {
        const pages = Object.keys(workers).map((worker) => worker.replace(/^app|\/page$|\/\(\w+\)/g, ''))
        return { id, name: exportedName, page: pages.sort((a, b) => a.length - b.length)[0]! }
      })
  )
}

export interface Caller {
  url: string
  path: string
  cookie?: string
  from?: string
}

const send = async ({ url, path, cookie, from }: Caller, body: BodyInit, more: Record<string, string>) => {
  const headers = {
    origin: url,
    ...(cookie && { cookie }),
    ...(from && { 'x-forwarded-for': from }),
    ...more,
  }
  const answer = await fetch(url + path, { method: 'POST', body, redirect: 'manual', headers })
  const text = await answer.text() // to its end: what fails while it streams fails before this resolves
  return { status: answer.status, text }
}
const post = async (...given: Parameters<typeof send>) => (await send(...given)).status

/** Calls an action as its page's script does, with arguments that need no form. */
export const callByScript = (caller: Caller, id: string, text: string) =>
  post(caller, text, { 'next-action': id, 'content-type': 'text/plain;charset=UTF-8' })

/** The same with a form as its last argument. */
export function formByScript(caller: Caller, id: string, before: unknown[], fields: Fields) {
  const form = new FormData()
  fill(form, fields, '_1_')
  form.append('0', JSON.stringify([...before, '$K1']))
  return post(caller, form, { 'next-action': id })
}

/** The answer to a call by script: with a form as its last argument, or with the arguments alone. */
export function answerByScript(caller: Caller, id: string, given: unknown[], fields?: Fields) {
  const headers = { 'next-action': id }
  if (!fields)
    return send(caller, JSON.stringify(given), { ...headers, 'content-type': 'text/plain;charset=UTF-8' })
  const form = new FormData()
  fill(form, fields, '_1_')
  form.append('0', JSON.stringify([...given, '$K1']))
  return send(caller, form, headers)
}

/** Sends the form as a browser without scripts does; `key` is what makes the page show what became of it. */
export function formWithoutScript(
  caller: Caller,
  id: string,
  before: unknown[],
  fields: Fields,
  key?: string,
) {
  const form = new FormData()
  if (before.length === 0) form.append(`$ACTION_ID_${id}`, '')
  else {
    form.append('$ACTION_REF_1', '')
    form.append('$ACTION_1:0', `{"id":"${id}","bound":"$@1"}`)
    form.append('$ACTION_1:1', JSON.stringify(before))
  }
  if (key) form.append('$ACTION_KEY', key)
  fill(form, fields)
  return post(caller, form, {})
}

function fill(form: FormData, fields: Fields, prefix = '') {
  for (const [name, given] of Object.entries(fields)) {
    if (given instanceof Blob) form.append(prefix + name, given, 'a.txt')
    else if (given !== undefined) for (const one of [given].flat()) form.append(prefix + name, one)
  }
}

/** The keys of the forms on a page, by the action that each calls. */
export async function formKeys({ url, path, cookie }: Caller): Promise<Record<string, string>> {
  const html = await (await fetch(url + path, { headers: cookie ? { cookie } : {} })).text()
  const keys = (html.match(/<form\b.*?<\/form>/gs) ?? []).flatMap((form) => {
    const id = /&quot;id&quot;:&quot;([\da-f]+)&quot;/.exec(form)?.[1]
    const key = /name="\$ACTION_KEY" value="([^"]*)"/.exec(form)?.[1]
    return id && key ? [[id, key] as const] : []
  })
  return Object.fromEntries(keys)
}
