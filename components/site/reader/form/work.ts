/**
 * A little work for the browser that nobody sees: a number that makes the challenge's hash begin with twelve zero
 * bits. Whoever posts without it, or without scripts, is served all the same; it only speaks for a comment.
 */
export async function workFor(token: string): Promise<string> {
  const encoder = new TextEncoder()
  // A first look at the site may be over plain http, where browsers offer no hashes.
  for (let number = 0; crypto.subtle; number++) {
    const hash = await crypto.subtle.digest('SHA-256', encoder.encode(`${token} ${number}`))
    const [first, second] = new Uint8Array(hash)
    if (!first && second! < 16) return `${number}`
  }
  return ''
}
