import { readableCall } from '../../bodies/server-action-body'
import { plain } from '../../http/answers'
import { askApplication } from '../../http/ask-application'
import { strangersLimit } from '../../bodies/body-limit'
import { withReadBody } from '../../http/hand-over'
import { readBody } from '../../bodies/request-body'
import { readsAndPosts, route, type Visit } from '../route'

const paths = /^\/(desk|sign-in|welcome)(\/|$)/

/** Pages of the staff, rendered by Next for each request; what their forms send are calls of Server Actions. */
export const desk = route({
  name: 'desk',
  match: ({ path }) => (paths.test(path) ? true : undefined),
  methods: readsAndPosts,
  limit: strangersLimit,
  // A reply may be as long as a comment; what is too long comes back to be shortened.
  sessionLimit: 256 * 1024,
  guard: 'our-pages',
  answer: answerDesk,
})

/** The page itself, or a call of one of its actions once it has been read and looked at. */
export async function answerDesk(visit: Visit) {
  const { request, response } = visit
  if (request.method !== 'POST') return askApplication(visit, withReadBody(request, nothing))
  const body = await readBody(request, response, visit.limit, 'none needed')
  if (!body.ok) return body.refusal === 'too-large' ? tooLarge(visit) : unreadable(visit)
  const call = await readableCall(request, body.value)
  if (!call) return unreadable(visit)
  if (Number(call.request.headers['content-length']) > mostForNext) return tooLarge(visit)
  // Next would ask itself for the page of an action that is called elsewhere, as a client without an address.
  if (!call.actions.every((id) => visit.site.actionPages?.mayCall(id, visit.address.path) ?? true))
    return plain(visit, 404, 'Nothing here does that.')
  return askApplication(visit, call.request)
}

// serverActions.bodySizeLimit in next.config.js, which ends with a 500: a form that is written anew may have grown.
const mostForNext = 3 * 1024 * 1024

const nothing = Buffer.alloc(0)

const unreadable = (visit: Visit) => plain(visit, 400, 'This request cannot be read.')

/** A script is told by a code what its page has to say: whose session has run out may sign in and send it again. */
function tooLarge(visit: Visit) {
  const { request, limit } = visit
  const signedOut = limit === strangersLimit
  if (signedOut && request.headers['next-action'] !== undefined)
    return plain(visit, 413, 'not-signed-in', { 'content-type': 'text/plain' })
  return plain(visit, 413, 'That is more than the site can take.')
}
