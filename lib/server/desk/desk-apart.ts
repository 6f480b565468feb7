import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { refusalHeader } from './desk-server'
import { handedOnLimits } from './desk-socket'
import type { AskDesk, DeskOutcome } from './types'

interface DeskLimits {
  /** How many requests may be there at a time. The desk's own lines are shorter. */
  most: number
  /** How long nobody may be there, as while that process starts anew: milliseconds. */
  forSomebody: number
  /** How long an answer may be waited for: milliseconds. Its turn comes after eight seconds, or never. */
  forAnswer: number
}

const usual: DeskLimits = { most: 1_000, forSomebody: 8_000, forAnswer: 60_000 }

/**
 * Hands requests to the process that makes the desk, and its answers back as they come. Nothing that a request says
 * decides where it goes: there is this socket, and no other way.
 */
export function deskApart(socketPath: string, limits = usual): AskDesk {
  let underWay = 0
  return async ({ response, left }, request) => {
    if (response.closed) return 'answered' // by nobody, for nobody
    if (underWay >= limits.most) return 'busy'
    underWay += 1
    response.once('close', () => (underWay -= 1))
    const socket = await connected(socketPath, limits.forSomebody, left)
    return socket ? handOn(request, response, socket, limits.forAnswer) : 'away'
  }
}

/** A connection of its own for each request: it costs a twentieth of a millisecond, and none is ever found closed. */
async function connected(
  socketPath: string,
  patience: number,
  left: AbortSignal,
): Promise<Socket | undefined> {
  for (const end = Date.now() + patience; !left.aborted; await pause(50)) {
    const socket = await new Promise<Socket | undefined>((resolve) => {
      const fresh = connect(socketPath, () => resolve(fresh))
      fresh.once('error', () => resolve(undefined))
    })
    if (socket || Date.now() >= end) return socket
  }
  return undefined
}

function handOn(request: IncomingMessage, response: ServerResponse, socket: Socket, patience: number) {
  return new Promise<DeskOutcome>((resolve) => {
    const asked = ask({
      createConnection: () => socket,
      ...handedOnLimits,
      method: request.method,
      path: request.url,
      headers: { ...withoutHops(request.headers), connection: 'close' },
    })
    const timer = setTimeout(() => asked.destroy(), patience)
    const leave = () => void asked.destroy()
    response.once('close', leave)
    if (response.closed) leave()
    asked.once('response', (answer: IncomingMessage) => {
      clearTimeout(timer)
      const refusal = answer.headers[refusalHeader]
      if (refusal) answer.resume()
      else sendOn(answer, response)
      resolve(refusal === 'busy' || refusal === 'away' ? refusal : 'answered')
    })
    // Before an answer there is none to come; within one, its own end says so.
    asked.on('error', () => {})
    asked.once('close', () => {
      clearTimeout(timer)
      response.off('close', leave)
      resolve('away')
    })
    // Not a pipeline: that would end the connection of the client with the other.
    request.pipe(asked)
  })
}

function sendOn(answer: IncomingMessage, response: ServerResponse) {
  for (const [name, values] of Object.entries(withoutHops(answer.headersDistinct)))
    response.setHeader(name, values!.length === 1 ? values![0]! : values!)
  response.writeHead(answer.statusCode!, answer.statusMessage)
  // The head at once, as it comes; `flushHeaders` would write what is not ASCII otherwise than it was.
  response.write(nothing)
  answer.pipe(response)
  // Cut off there, it is cut off here: half an answer must not look like a whole one.
  answer.once('close', () => answer.complete || response.destroy())
  answer.on('error', () => {})
}

const nothing = Buffer.alloc(0)

/**
 * What holds for one connection only (RFC 9110, 7.6.1). What a client's own `Connection` names besides stays: it could
 * name the headers in which we tell who it is.
 */
function withoutHops<Value>(headers: NodeJS.Dict<Value>): NodeJS.Dict<Value> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !hops.has(name)))
}
const hops = new Set([
  ...['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade'],
])
