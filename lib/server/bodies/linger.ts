import type { IncomingMessage, ServerResponse } from 'node:http'

// What nginx calls lingering_close, with less patience: a connection that is closed while something is still arriving
// is reset, and a reset takes the answer away from a client that is still sending. So what still arrives is dropped,
// but not for long, since that too is work; then nothing is taken any more, until the client has read its answer.
const most = 256 * 1024
const longest = 5_000
const untilRead = 1_000

/**
 * For a request whose body nobody has read yet: its connection ends with the answer, since what is left of the body
 * would stand before the next request. The answer goes out at once; what still arrives is dropped, for a while.
 * `bodyWasRead` undoes it.
 */
export function closeAfterAnswer(request: IncomingMessage, response: ServerResponse) {
  if (response.hasHeader('connection')) return
  response.setHeader('connection', 'close')
  const end = response.end.bind(response)
  response.end = ((chunk?: unknown, ...rest: unknown[]) => {
    // Who has asked whether to send it, and was not told to, does not.
    const nothingComes = request.complete || request.destroyed || request.headers.expect !== undefined
    if (nothingComes || !response.hasHeader('connection'))
      return (end as (...all: unknown[]) => ServerResponse)(chunk, ...rest)
    if (chunk !== undefined && chunk !== null && typeof chunk !== 'function') response.write(chunk as Buffer)
    else response.flushHeaders()
    dropRest(request, () => end())
    return response
  }) as ServerResponse['end']
}

/** The whole body has been read: another request may follow. */
export const bodyWasRead = (response: ServerResponse) => response.removeHeader('connection')

function dropRest(request: IncomingMessage, then: () => void) {
  let left = most
  const drop = (chunk: Buffer) => {
    left -= chunk.length
    if (left > 0) return
    request.pause().off('data', drop)
    clearTimeout(timer)
    timer = setTimeout(over, untilRead)
  }
  const over = () => {
    clearTimeout(timer)
    request.off('data', drop).off('end', over).off('close', over)
    then()
  }
  let timer = setTimeout(over, longest)
  request.on('data', drop).on('end', over).on('close', over).resume()
}
