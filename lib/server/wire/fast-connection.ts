import type { Socket } from 'node:net'
import type { AnswerAtHand } from './answers-at-hand'
import { readPlainRequest } from './plain-request'

export interface FastConnectionOptions {
  answerAtHand: AnswerAtHand
  /** Gives the connection to Node's server for good. */
  handOver: (socket: Socket) => void
  /** How long is waited for the first request, for the next one and for who does not read: milliseconds. */
  patience: { first: number; next: number; reading: number }
}

/**
 * A connection on which nothing but plain requests have come, each whole: they are answered one after the other, each by
 * one write. With the first byte of anything else Node's server has it, and what has not been answered.
 */
export class FastConnection {
  private chunk: Buffer = nothing
  private text = ''
  private at = 0
  private isFresh = true
  /** Is an answer on its way, or a request to be read? */
  private isBusy = false
  private isEnded = false

  constructor(
    private readonly socket: Socket,
    private readonly options: FastConnectionOptions,
  ) {
    socket.setTimeout(options.patience.first)
    socket.on('data', this.take).on('end', this.finish).on('timeout', this.giveUp).on('error', ignore)
  }

  get isIdle() {
    return !this.isBusy
  }

  private readonly take = (chunk: Buffer) => {
    this.chunk = chunk
    this.text = chunk.toString('latin1')
    this.at = 0
    this.goOn()
  }

  /** Answers what has come. The next request is looked at when the last answer has been taken off our hands. */
  private readonly goOn = () => {
    const { socket } = this
    if (socket.destroyed) return
    for (let answered = 0; this.at < this.text.length; answered++) {
      if (answered === mostAtOnce) return this.later((then) => setImmediate(then))
      const request = readPlainRequest(this.text, this.at)
      const answer = request && this.options.answerAtHand(request)
      if (!answer) return this.handOver()
      this.at = request.end
      socket.write(answer)
      if (this.isFresh) this.served()
      if (socket.writableLength > 0) return this.later((then) => this.whenRead(then))
    }
    this.text = ''
    this.chunk = nothing
    if (this.isEnded) return void socket.end()
    if (!this.isBusy) return
    this.isBusy = false
    socket.resume()
  }

  private served() {
    this.isFresh = false
    this.socket.setTimeout(this.options.patience.next)
  }

  /** Reads nothing more until then. */
  private later(wait: (then: () => void) => void) {
    this.isBusy = true
    this.socket.pause()
    wait(this.goOn)
  }

  /** When all has been written: an empty write ends behind the others. ('drain' comes only after more than this.) */
  private whenRead(then: () => void) {
    const { socket, options } = this
    socket.setTimeout(options.patience.reading)
    socket.write(nothing, () => {
      if (socket.destroyed) return
      socket.setTimeout(options.patience.next)
      then()
    })
  }

  private handOver() {
    const { socket, chunk, at } = this
    // Nothing can be put back any more; Node's server would not wait for an answer either.
    if (this.isEnded) return void socket.end()
    socket.off('data', this.take).off('end', this.finish).off('timeout', this.giveUp).off('error', ignore)
    socket.setTimeout(0)
    // What is put back must not be given out before somebody listens.
    socket.pause()
    socket.unshift(chunk.subarray(at))
    this.options.handOver(socket)
    socket.resume()
  }

  /** The client says no more; what it has asked is answered. */
  private readonly finish = () => {
    this.isEnded = true
    if (!this.isBusy) this.socket.end()
  }

  private readonly giveUp = () => {
    if (this.isFresh) this.socket.write(tooLate)
    this.socket.destroy()
  }
}

const nothing = Buffer.alloc(0)
const ignore = () => {}

// Whoever sends a thousand requests in one packet lets others have their turn between them.
const mostAtOnce = 32

// As Node says it to who has said nothing.
const tooLate = 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n'
