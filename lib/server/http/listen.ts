import { lookup } from 'node:dns/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import { BadSettings, type Env } from '@/lib/kernel/env'
import type { AnswerAtHand } from '../wire/answers-at-hand'
import { FastServer } from '../wire/fast-server'

/** Refuses a HOST that cannot be found, before anything has been started for it. */
export async function checkHost(host: Env['HOST']) {
  if (!host) return
  await lookup(host).catch(() => {
    throw new BadSettings(['HOST cannot be found: it must be a name or an address of this machine'])
  })
}

/** Refuses a port that somebody listens at already, before anything has been started for it. */
export async function checkPort(env: Pick<Env, 'HOST' | 'PORT'>) {
  const servers = await listen(() => {}, env)
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
}

/** How long is waited for whom: milliseconds. */
export const limits = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 65_000,
  // What is told to clients is a second less than what is done: none shall ask just when its connection ends.
  keepAliveTimeoutBuffer: 1_000,
  // Who does not read an answer that is being sent, or sends nothing of a body (nginx's send_timeout is as long). What
  // is slow but moves is not meant, and nothing here takes that long to begin to answer.
  timeout: 60_000,
  // How often the limits above are looked at: who is too slow has this much longer.
  connectionsCheckingInterval: 5_000,
}

export type Limits = typeof limits

interface Listening {
  /** What needs nothing but to be sent; `answer` is asked for all else. */
  answerAtHand?: AnswerAtHand
  /** Other limits than those of the site. */
  other?: Partial<Limits>
}

/** Listens on both loopback addresses, since `localhost` may mean either; or on HOST when that is set. */
export async function listen(
  answer: RequestListener,
  env: Pick<Env, 'HOST' | 'PORT'>,
  { answerAtHand, other = {} }: Listening = {},
) {
  // Nothing here speaks another protocol: who offers one (curl --http2 does) is answered in this one.
  const options = { ...limits, ...other, shouldUpgradeCallback: () => false }
  const { timeout } = options
  const open = (host: string, port: number) =>
    new Promise<Server>((resolve, reject) => {
      const server = answerAtHand
        ? new FastServer(options, answer, answerAtHand)
        : createServer(options, answer)
      server.timeout = timeout
      // Who asks before sending a body is told to go on only by what reads it (request-body.ts).
      server.on('checkContinue', answer)
      server.once('error', reject)
      server.listen(port, host, () => resolve(server))
    })
  if (env.HOST) return [await open(env.HOST, env.PORT)]
  const first = await open('127.0.0.1', env.PORT)
  const { port } = first.address() as { port: number }
  try {
    return [first, await open('::1', port)]
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') return [first] // a machine may have no IPv6
    first.close()
    throw error // half of the readers would meet somebody else there
  }
}
