import type pg from 'pg'
import { callSites } from './call-sites'
import type { Seen } from './seen'

type Call = (...args: never[]) => unknown
type Look = (rows: unknown) => void

/** What is seen, and by whose call: tests say that of their own. */
export interface Watch {
  seen: Seen
  callSites?: typeof callSites
}

/** The same object, of which some methods are replaced. */
const replaced = <Whole extends object>(
  whole: Whole,
  methods: Record<string, (call: Call) => unknown>,
): Whole =>
  new Proxy(whole, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      const isReplaced = typeof value === 'function' && Object.hasOwn(methods, name)
      return isReplaced ? methods[name as string]!(value.bind(target) as Call) : value
    },
  })

/** What is called looks for its caller at once, since there is none any more when the rows come. */
function looking(watch: Watch, call: Call, lookAt: (answer: unknown, look: Look) => unknown): Call {
  return function called(...args) {
    const places = (watch.callSites ?? callSites)(called)
    const answer = call(...args)
    if (places.length === 0) return answer
    return lookAt(answer, (rows) => Array.isArray(rows) && watch.seen.add(places, rows))
  }
}

/** Prisma asks when it is waited for, and not before; that stays so, as does what its transactions need of it. */
function watchedPromise(answer: unknown, look: Look) {
  const promise = answer as Promise<unknown>
  const then: typeof promise.then = (good, bad) =>
    promise
      .then((rows) => {
        look(rows)
        return rows
      })
      .then(good, bad)
  return replaced(promise, {
    then: () => then,
    catch: () => (bad?: () => unknown) => then(undefined, bad),
    finally: () => (end?: () => void) => then().finally(end),
  })
}

/** A client whose raw statements are looked at, in its transactions too. */
export const watchedClient = <Client extends object>(client: Client, watch: Watch): Client =>
  replaced(client, {
    $queryRaw: (call) => looking(watch, call, watchedPromise),
    $queryRawUnsafe: (call) => looking(watch, call, watchedPromise),
    $transaction:
      (call) =>
      (work: unknown, ...options: never[]) =>
        call((typeof work === 'function' ? inside(work as Inside, watch) : work) as never, ...options),
  })

type Inside = (tx: object) => unknown
const inside =
  (work: Inside, watch: Watch): Inside =>
  (tx) =>
    work(watchedClient(tx, watch))

/** The same for what `pg` answers: its `query` has begun already, and gives a result in which the rows are. */
const watchedResult = (answer: unknown, look: Look) =>
  answer instanceof Promise
    ? answer.then((result: pg.QueryResult) => {
        look(result.rows)
        return result
      })
    : answer

export const watchedQuery = (call: Call, watch: Watch) => looking(watch, call, watchedResult)
export const watchedPool = <Pool extends object>(pool: Pool, watch: Watch): Pool =>
  replaced(pool, { query: (call) => watchedQuery(call, watch) })
