import type { IncomingMessage } from 'node:http'
import { withReadBody } from '../http/hand-over'
import { hasFewParts } from './request-body'

/**
 * A call of a Server Action, read ahead and checked: Next answers what it cannot decode with a 500 of its own, to
 * anybody. Gives the request to hand on, or undefined when it is no call. Only what our own pages send is one:
 * arguments as text, a form sent by the script, or a form sent without one.
 */
export async function readableCall(request: IncomingMessage, body: Buffer): Promise<ActionCall | undefined> {
  const type = request.headers['content-type'] ?? ''
  const named = request.headers['next-action']
  const byScript = named !== undefined
  if (byScript && /^text\/plain\b/i.test(type))
    return isCall(body.toString('utf8'))
      ? { request: withReadBody(request, body), actions: [String(named)] }
      : undefined
  if (!/^multipart\/form-data\b/i.test(type) || !hasFewParts(body, type)) return undefined

  const form = await formIn(body, type)
  if (!form || !(byScript ? isScriptedForm(form) : isPlainForm(form))) return undefined
  // Written anew: Next reads it with other readers than ours, which find faults of their own.
  const written = new Response(form)
  const copy = withReadBody(request, Buffer.from(await written.arrayBuffer()))
  copy.headers['content-type'] = written.headers.get('content-type')!
  return { request: copy, actions: byScript ? [String(named)] : actionsIn(form) }
}

/** A call that can be handed on, and the actions that it names. */
export interface ActionCall {
  request: IncomingMessage
  actions: string[]
}

const actionFields = (form: FormData) => [...form.keys()].filter((name) => /^\$ACTION_(ID|REF)_/.test(name))

// What stands in the fields has been looked at by then: see isAction.
const actionsIn = (form: FormData) =>
  actionFields(form).map((name) =>
    name.startsWith('$ACTION_ID_')
      ? name.slice('$ACTION_ID_'.length)
      : (JSON.parse(onlyText(form, `$ACTION_${name.slice('$ACTION_REF_'.length)}:0`)!) as { id: string }).id,
  )

const formIn = (body: Buffer, type: string): Promise<FormData | undefined> =>
  new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData().catch(() => undefined)

/** React writes the arguments as a JSON array in which `$` begins a reference; a text has nothing to refer to. */
export const isCall = (text: string) => isArguments(text, standsForItself)

/** The arguments are the part `0`; a form among them is `$K1`, and its fields begin with `_1_`. */
export function isScriptedForm(form: FormData): boolean {
  const call = onlyText(form, '0')
  const known = [...form.keys()].every((name) => name === '0' || /^_[\da-f]+_/.test(name))
  return known && call !== undefined && isArguments(call, standsForItselfOrForm)
}

/** What React writes into a form for browsers without scripts: which action, and the arguments that come first. */
export function isPlainForm(form: FormData): boolean {
  const actions = actionFields(form)
  const once = new Set(actions).size === actions.length
  return actions.length > 0 && once && actions.every((name) => isAction(form, name))
}

function isAction(form: FormData, name: string) {
  if (name.startsWith('$ACTION_ID_')) return true
  const of = `$ACTION_${name.slice('$ACTION_REF_'.length)}:`
  const call = onlyText(form, `${of}1`)
  // To the letter: a name that comes twice would be read as the first here and as the last there.
  const described = /^\{"id":"[\da-f]+","bound":"\$@1"\}$/.test(onlyText(form, `${of}0`) ?? '')
  return described && call !== undefined && isArguments(call, standsForItself)
}

function onlyText(form: FormData, name: string) {
  const [value, ...more] = form.getAll(name)
  return typeof value === 'string' && more.length === 0 ? value : undefined
}

// `$$` is a dollar sign; undefined, numbers that JSON lacks and dates stand for themselves.
const standsForItself = /^(?!\$)|^\$(\$|undefined$|Infinity$|-Infinity$|-0$|NaN$|D[\d:.TZ+-]+$)/
const standsForItselfOrForm = new RegExp(`${standsForItself.source}|^\\$K[\\da-f]+$`)

// Beyond a thousand arguments Next throws, beyond a million places in arrays React does; and both walk by calling
// themselves.
const mostArguments = 1_000
const mostPlaces = 1_000_000
const deepest = 200

function isArguments(text: string, mayStand: RegExp): boolean {
  let places = 0
  const fits = (value: unknown, depth: number): boolean => {
    if (typeof value === 'string') return mayStand.test(value)
    if (typeof value !== 'object' || value === null) return true
    if (Array.isArray(value)) places += 1 + value.length + lengthOf(value)
    if (depth > deepest || places > mostPlaces) return false
    return Object.values(value).every((one) => fits(one, depth + 1))
  }
  try {
    const call: unknown = JSON.parse(text)
    return Array.isArray(call) && call.length <= mostArguments && fits(call, 0)
  } catch {
    return false
  }
}

// React counts a text in an array by its letters.
const lengthOf = (values: unknown[]) =>
  values.reduce((sum: number, one) => sum + (typeof one === 'string' ? one.length : 0), 0)
