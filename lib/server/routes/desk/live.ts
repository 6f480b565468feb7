import { liveAddress } from '@/lib/moderation/live/schema'
import { tellLooking } from '@/lib/moderation/live/commands'
import { may } from '@/lib/people/permissions'
import { actorOf } from '@/lib/people/sessions/queries'
import { claimsIn } from '@/lib/people/sessions/session-proof'
import { plain } from '../../http/answers'
import { readBody, statusOfBody } from '../../bodies/request-body'
import { route, type Visit } from '../route'

const power = 'moderate comments'

/**
 * What happens to comments, told to open desks as server-sent events (GET); and which comment somebody has before
 * their eyes (POST). Answered here and not by Next: an open desk waits for hours.
 */
export const live = route({
  name: 'live',
  match: ({ path }) => (path === liveAddress ? true : undefined),
  methods: ['GET', 'POST'],
  limit: 200,
  guard: 'our-pages',
  async answer(visit) {
    const claims = await claimsIn(visit.request.headers.cookie)
    const actor = claims && (await actorOf(claims))
    if (!actor) return plain(visit, 401, 'not-signed-in')
    if (!may(actor, power)) return plain(visit, 403, 'not-allowed')
    if (visit.request.method === 'POST') return takeLook(visit, actor)
    const mayHear = async () => may(await actorOf(claims), power)
    return listen(visit, { person: actor.id, mayHear, since: knownUntil(visit) })
  },
})

/** What the browser heard last, when it comes again; at first, when the list was read. */
function knownUntil({ request, address }: Visit) {
  const last = request.headers['last-event-id'] ?? address.query.get('since')
  return Number(last ?? '') || 0
}

function listen({ site, response }: Visit, who: Omit<Parameters<typeof site.live.open>[0], 'response'>) {
  response.writeHead(200, {
    ...site.headers.common,
    'content-type': 'text/event-stream; charset=utf-8',
    // Neither kept nor compressed nor gathered on the way: each line is to be there at once.
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  })
  response.flushHeaders()
  if (!site.live.open({ response, ...who })) response.end('retry: 30000\n\n')
}

async function takeLook(visit: Visit, actor: Parameters<typeof tellLooking>[0]) {
  const { site, request, response, limit } = visit
  const body = await readBody(request, response, limit)
  if (!body.ok) return plain(visit, statusOfBody[body.refusal], 'This cannot be read.')
  if (!(await tellLooking(actor, lookIn(body.value)))) return plain(visit, 400, 'This cannot be read.')
  response.writeHead(204, { ...site.headers.common, 'cache-control': 'no-store' })
  response.end()
}

function lookIn(body: Buffer) {
  try {
    return JSON.parse(body.toString()) as never
  } catch {
    return undefined as never
  }
}
