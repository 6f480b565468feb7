import { acting } from '@/app/(desk)/acting'
import { keepPicture } from '@/lib/pictures/commands'
import { pictureLimits } from '@/lib/pictures/rules'
import { readStream } from '@/lib/pictures/read-stream'

/** Takes a picture as the body of a request, whatever it calls itself; answers its address or a refusal's code. */
export async function POST(request: Request) {
  const outcome = await acting(async (actor) => {
    const bytes = await readStream(request.body, pictureLimits.bytes)
    return bytes ? keepPicture(actor, bytes) : ({ ok: false, refusal: 'picture-large' } as const)
  })
  return Response.json(outcome, {
    status: outcome.ok ? 201 : (statuses[outcome.refusal] ?? 422),
    headers: { 'cache-control': 'no-store' },
  })
}

const statuses: Record<string, number> = {
  'not-signed-in': 401,
  'not-allowed': 403,
  'picture-large': 413,
  'picture-type': 415,
  'picture-svg': 415,
  'picture-busy': 503,
}
