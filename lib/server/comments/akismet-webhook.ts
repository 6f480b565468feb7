import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { log } from '@/lib/kernel/log'
import { hearLaterVerdict } from '@/lib/moderation/screening/later-verdict-commands'
import { readBody, statusOfBody } from '../bodies/request-body'

export const akismetBodyLimit = 1024 * 1024

const said = z.object({ key: z.string().max(200), comments: z.array(z.unknown()).max(500) })
const word = z.object({ guid: z.string().min(1).max(200), result: z.enum(['true', 'false']) })

type Heard = { status: 'success' } | { status: 'error'; message: string }

/**
 * Answers Akismet's webhook: what it has to say later about checks of ours. It proves itself by our key; of each
 * comment only the check's name and the verdict are read, and nothing that it repeats is stored or shown.
 */
export async function answerAkismet(
  request: IncomingMessage,
  response: ServerResponse,
  { key, common }: { key: string | undefined; common: Record<string, string> },
) {
  if (!key) return send(404, { message: 'No key is set here.' })
  if (request.method !== 'POST') {
    response.setHeader('allow', 'POST')
    return send(405, { message: 'Verdicts are sent with POST.' })
  }
  const body = await readBody(request, response, akismetBodyLimit)
  if (!body.ok) return send(statusOfBody[body.refusal], { message: 'This cannot be read.' })
  const read = said.safeParse(jsonIn(body.value))
  if (!read.success) return send(400, { message: 'This cannot be read.' })
  if (!same(read.data.key, key)) return send(403, { message: 'This is not our key.' })

  const comments: Record<string, Heard> = Object.create(null) as Record<string, Heard>
  for (const one of read.data.comments) {
    const { data } = word.safeParse(one)
    if (data) comments[data.guid] = await hear(data.guid, data.result === 'true' ? 'spam' : 'ham')
  }
  return send(200, { comments })

  function send(status: number, answer: object) {
    const text = JSON.stringify(answer)
    response.writeHead(status, {
      ...common,
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'content-length': Buffer.byteLength(text),
    })
    response.end(text)
  }
}

async function hear(guid: string, verdict: 'spam' | 'ham'): Promise<Heard> {
  if (/\0/.test(guid) || !guid.isWellFormed()) return { status: 'error', message: 'There is no such check.' }
  try {
    const outcome = await hearLaterVerdict({ guid, verdict })
    return outcome.ok ? { status: 'success' } : { status: 'error', message: 'There is no such check.' }
  } catch (error) {
    log.error({ fault: (error as Error).name }, 'a later verdict could not be kept')
    return { status: 'error', message: 'Not just now.' }
  }
}

function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

// Hashed first: of unequal lengths timingSafeEqual would throw, and tell the length.
const same = (one: string, other: string) => timingSafeEqual(hash(one), hash(other))
const hash = (text: string) => createHash('sha256').update(text).digest()
