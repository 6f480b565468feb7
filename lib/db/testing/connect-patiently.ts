import { connect, pool } from '@/lib/db/client'

/** Connects without the limits of a web request: who waits in a test waits for a slow machine. */
export function connectPatiently(connectionString: string) {
  const url = new URL(connectionString)
  url.searchParams.set('lock_timeout', '180000')
  url.searchParams.set('statement_timeout', '180000')
  connect(url.href)
  Object.assign(pool().options, { connectionTimeoutMillis: 60_000 })
}
