const protocols = ['http:', 'https:', 'mailto:']

/** May a chapter link there? Web pages and mail addresses only; spelled as `URL` understands it. */
export function webAddress(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 2_000 || !URL.canParse(value)) return undefined
  const url = new URL(value)
  return protocols.includes(url.protocol) && !url.username && !url.password ? url.href : undefined
}
