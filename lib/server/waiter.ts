import { addressKey } from '@/lib/kernel/address-key'
import type { Waiter } from './fair-queue'
import type { Visit } from './routes/route'

/** Who makes this request, as queues know them. */
export const waiterOf = ({ ip, left }: Pick<Visit, 'ip' | 'left'>): Waiter => ({
  ...{ address: addressKey(ip), rank: 'known', signal: left },
})

/** Aborted when the connection is gone, and with it whoever waits for the answer. */
export function leaving(response: { once(event: 'close', listener: () => void): unknown }): AbortSignal {
  const controller = new AbortController()
  response.once('close', () => controller.abort())
  return controller.signal
}
