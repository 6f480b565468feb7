/** A number as it stands in an address, without leading zeros or signs; undefined where there is anything else. */
export function numberIn(
  text: string | undefined,
  { from = 1, to = 1_000_000, places = 0 } = {},
): number | undefined {
  const number = Number(text)
  const plain = text === String(number).padStart(places, '0')
  return plain && Number.isInteger(number) && number >= from && number <= to ? number : undefined
}
