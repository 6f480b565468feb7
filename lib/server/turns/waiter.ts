import type { ServerResponse } from 'node:http'
import { addressKey } from '@/lib/kernel/address-key'
import type { Waiter } from './types'
import type { Visit } from '../routes/route'

/** Who makes this request, as queues know them. */
export const waiterOf = ({ ip, left }: Pick<Visit, 'ip' | 'left'>): Waiter => ({
  address: addressKey(ip),
  rank: 'known',
  signal: left,
})

/** Aborted when the connection is gone before it was answered, and with it whoever waited. */
export function leaving(response: ServerResponse): AbortSignal {
  const controller = new AbortController()
  response.once('close', () => response.writableFinished || controller.abort(left))
  return controller.signal
}

// An error of its own for each would cost more than much of what it stops.
const left = new Error('The client has left')
