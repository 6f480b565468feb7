import { METHODS } from 'node:http'
import { uuidIn } from '@/lib/kernel/ids'
import { readBody } from '../../bodies/request-body'
import { route, type Visit } from '../route'

const limit = 100

/** Our script tells that a chapter is being read. Whatever it says, the answer is the same and says nothing. */
export const readings = route({
  name: 'readings',
  match: ({ path }) => (path === '/api/read' ? true : undefined),
  methods: METHODS,
  limit,
  guard: 'by-itself',
  async answer(visit) {
    const { site, request, response, ip } = visit
    const edition = await editionIn(visit)
    if (edition) site.reads.note(ip, request.headers['user-agent'] ?? '', edition)
    response.writeHead(204, { ...site.headers.common, 'cache-control': 'no-store' })
    response.end()
  },
})

async function editionIn({ request, response, ours }: Visit): Promise<string | undefined> {
  const body = request.method === 'POST' && ours ? await readBody(request, response, limit) : undefined
  return body?.ok ? uuidIn(body.value.toString()) : undefined
}
