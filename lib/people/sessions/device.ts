/** What a browser calls itself is read no further than this. */
const MOST_CHARACTERS = 500

// The first that is found counts: most browsers also name those that they took after.
const browserSigns = [
  ['edge', ['Edg/', 'EdgA/', 'EdgiOS/']],
  ['opera', ['OPR/', 'OPT/', 'OPiOS/']],
  ['samsung', ['SamsungBrowser/']],
  ['vivaldi', ['Vivaldi/']],
  ['firefox', ['Firefox/', 'FxiOS/']],
  ['chrome', ['Chrome/', 'CriOS/', 'Chromium/']],
  ['safari', ['Safari/']],
] as const
const systemSigns = [
  ['iphone', ['iPhone']],
  ['ipad', ['iPad']],
  ['android', ['Android']],
  ['chromeos', ['CrOS']],
  ['windows', ['Windows']],
  ['macos', ['Macintosh']],
  ['linux', ['Linux']],
] as const

type BrowserCode = (typeof browserSigns)[number][0] | 'other'
type SystemCode = (typeof systemSigns)[number][0] | 'other'

export interface Device {
  browser: BrowserCode
  system: SystemCode
}

/** With what somebody signs in, by what their browser says: good for telling one's own sessions apart, and for nothing else. */
export function deviceIn(userAgent: unknown): Device {
  const text = typeof userAgent === 'string' ? userAgent.slice(0, MOST_CHARACTERS) : ''
  return { browser: codeIn(browserSigns, text), system: codeIn(systemSigns, text) }
}

const codeIn = <Code extends string>(
  signs: readonly (readonly [Code, readonly string[]])[],
  text: string,
): Code | 'other' => signs.find(([, names]) => names.some((name) => text.includes(name)))?.[0] ?? 'other'
