/**
 * The whole of a body, or nothing when it is larger than the limit. What is too much is read and dropped: left
 * in its connection, it would be taken for the next request.
 */
export async function readStream(
  body: ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<Buffer | undefined> {
  let chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size > limit) chunks = []
    else chunks.push(chunk)
  }
  return size > limit ? undefined : Buffer.concat(chunks)
}
