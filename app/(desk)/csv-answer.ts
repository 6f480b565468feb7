/** A file for spreadsheets, sent while it is written: the next part is made when there is room for it; who goes away ends it. */
export const csvAnswer = (name: string, parts: Iterator<string> | AsyncIterator<string>) =>
  new Response(streamOf(parts), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })

/** What is said in the place of a file that somebody may not have. */
export const fileRefused = (outcome: { ok: false; refusal: 'not-allowed' | 'not-signed-in' }) =>
  Response.json(outcome, {
    status: outcome.refusal === 'not-allowed' ? 403 : 401,
    headers: { 'cache-control': 'no-store' },
  })

function streamOf(parts: Iterator<string> | AsyncIterator<string>) {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done: isDone } = await parts.next()
      if (isDone) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await parts.return?.(undefined)
    },
  })
}
