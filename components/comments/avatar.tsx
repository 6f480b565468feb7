/**
 * The picture beside a name, made from the name alone: nothing is fetched from anywhere, and nothing of an address
 * shows in it. Two people of one name look alike, as their names do.
 */
export function Avatar({ name, kind }: { name: string; kind: 'initials' | 'pattern' | 'none' }) {
  if (kind === 'none') return null
  if (kind === 'pattern')
    return (
      <svg className="avatar" viewBox="0 0 5 5" aria-hidden="true">
        <path d={pattern(name)} />
      </svg>
    )
  return (
    <span className="avatar" aria-hidden="true">
      {initials(name)}
    </span>
  )
}

/** The first letters of the first and the last word; one alone where letters join or each is a word. */
export function initials(name: string): string {
  const letters = name
    .split(/[\s\p{P}]+/u)
    .flatMap((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? [])
    .map((letter) => letter.toLocaleUpperCase('en'))
  const [first, last] = [letters[0], letters.at(-1)]
  if (!first) return '·'
  return letters.length > 1 && isAlphabetic(first) && isAlphabetic(last!) ? first + last! : first
}

const isAlphabetic = (letter: string) => /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(letter)

// Fifteen bits of the name's hash (FNV-1a), mirrored: five rows of five squares.
function pattern(name: string): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(name.normalize('NFKC').toLowerCase()))
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  hash ^= hash >>> 15
  const squares = Array.from({ length: 15 }, (_, place) => [place % 3, Math.floor(place / 3)] as const)
  return squares
    .filter((_, place) => (hash >>> place) & 1)
    .flatMap(([x, y]) =>
      x === 2
        ? [[2, y]]
        : [
            [x, y],
            [4 - x, y],
          ],
    )
    .map(([x, y]) => `M${x} ${y}h1v1h-1z`)
    .join('')
}
