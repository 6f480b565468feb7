const bracket = /[()[\]{}]/
const openingOf: Record<string, string> = { ')': '(', ']': '[', '}': '{' }

// For each place of a run the next bracket without another one from there on: one that never has another, or the end
// of the brackets that it stands in.
export function limitsIn(text: string) {
  const openings = pairsIn(text)
  const limits = new Int32Array(text.length)
  const outside: number[] = []
  let limit = text.length
  for (let place = text.length - 1; place >= 0; place--) {
    const sign = text[place]!
    if (bracket.test(sign)) {
      const isClosing = openingOf[sign] !== undefined
      if (!openings.has(place)) limit = place
      else if (isClosing) limit = (outside.push(limit), place)
      else limit = outside.pop()!
    }
    limits[place] = limit
  }
  return limits
}

// The brackets that have another. One that closes what is not open leaves all that is open without.
function pairsIn(text: string) {
  const paired = new Set<number>()
  let open: number[] = []
  for (let place = 0; place < text.length; place++) {
    const sign = text[place]!
    if (!bracket.test(sign)) continue
    const opening = openingOf[sign]
    if (!opening) open.push(place)
    else if (open.length > 0 && text[open.at(-1)!] === opening) paired.add(open.pop()!).add(place)
    else open = []
  }
  return paired
}
