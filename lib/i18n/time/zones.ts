// Time zones by their names in the IANA database. Who knows only an offset does not know when summer is.

/** Those to choose from, UTC first. */
export const zones: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')]
const choosable = new Set(zones)

/**
 * The zone that a name stands for: browsers give former names and links too ('Asia/Kolkata' for 'Asia/Calcutta',
 * 'Etc/UTC'), and each is known under one.
 */
export function zoneNamed(name: unknown): string | undefined {
  if (typeof name !== 'string' || name.length > 64) return undefined
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions()
    return choosable.has(timeZone) ? timeZone : undefined
  } catch {
    return undefined
  }
}
