import { Server, type RequestListener, type ServerOptions } from 'node:http'
import type { Socket } from 'node:net'
import type { AnswerAtHand } from './answers-at-hand'
import { FastConnection } from './fast-connection'

/**
 * Node's server, which sees only those connections on which something is asked that is not at hand. Its own listener of
 * 'connection' is what gives it one (https://nodejs.org/api/http.html#event-connection), so it is called when there is
 * something for it to read.
 */
export class FastServer extends Server {
  private readonly held = new Map<Socket, FastConnection>()

  constructor(options: ServerOptions, answer: RequestListener, answerAtHand: AnswerAtHand) {
    super(options, answer)
    const taking = this.listeners('connection')
    this.removeAllListeners('connection')
    const handOver = (socket: Socket) => {
      this.held.delete(socket)
      socket.off('close', forget)
      for (const take of taking) take.call(this, socket)
    }
    const { held } = this
    function forget(this: Socket) {
      held.delete(this)
    }
    this.on('connection', (socket: Socket) => {
      const patience = {
        first: this.headersTimeout,
        next: this.keepAliveTimeout + this.keepAliveTimeoutBuffer,
        reading: this.timeout,
      }
      held.set(socket, new FastConnection(socket, { answerAtHand, handOver, patience }))
      socket.on('close', forget)
    })
  }

  override closeIdleConnections() {
    super.closeIdleConnections()
    for (const [socket, connection] of this.held) if (connection.isIdle) socket.destroy()
  }

  override closeAllConnections() {
    super.closeAllConnections()
    for (const socket of this.held.keys()) socket.destroy()
  }
}
