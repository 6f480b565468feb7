import { auditFile } from '@/components/desk/audit/audit-file'
import { done } from '@/lib/kernel/result'
import { auditPortions } from '@/lib/people/audit/queries'
import { acting } from '../../../../acting'
import { speakingTo } from '../../../../speaking'

/** What the audit shows at the same address, whole and as a file, written while it is read. */
export async function GET(request: Request) {
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const outcome = await acting(async (actor) => {
    const portions = auditPortions(actor, asked)
    return done(auditFile((await speakingTo(actor)).locale, portions))
  })
  if (!outcome.ok)
    return Response.json(outcome, {
      status: outcome.refusal === 'not-allowed' ? 403 : 401,
      headers: { 'cache-control': 'no-store' },
    })
  return new Response(streamOf(outcome.value), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="audit.csv"',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

/** The next part is made when there is room for it; who goes away ends it. */
function streamOf(parts: AsyncGenerator<string>) {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done: isDone } = await parts.next()
      if (isDone) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await parts.return(undefined)
    },
  })
}
