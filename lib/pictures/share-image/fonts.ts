import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { create, type Font } from 'fontkitten'
import type { Locale } from '@/lib/i18n/locales'
import { escapeMarkup } from '@/lib/kernel/markup'

const require = createRequire(import.meta.url)
// Both under the SIL Open Font License. Amiri has Arabic and Latin letters; Hina Mincho Japanese, Latin, Greek and
// Cyrillic ones.
const files = ['amiri/700Bold/Amiri_700Bold.ttf', 'hina-mincho/400Regular/HinaMincho_400Regular.ttf'].map(
  (file) => require.resolve(`@expo-google-fonts/${file}`),
)

/** The fonts of a card in Pango's words, the first in which a letter is to be had. */
export const fontOf = (locale: Locale, size: number) =>
  locale === 'ja' ? `Hina Mincho, Amiri ${size}` : `Amiri, Hina Mincho Bold ${size}`

let ready = false

/**
 * Leaves Pango no fonts but ours, so that a card is the same on every machine. Must be called before the first text of
 * the process is drawn: fontconfig looks once for its settings.
 */
export function useOwnFonts() {
  if (ready) return
  const folder = mkdtempSync(path.join(tmpdir(), 'chapterhouse-fonts-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const settings = path.join(folder, 'fonts.conf')
  writeFileSync(settings, fontSettings(path.join(folder, 'cache')))
  process.env.FONTCONFIG_FILE = settings
  ready = true
}

const fontSettings = (cache: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
${files.map((file) => `  <dir>${escapeMarkup(path.dirname(file))}</dir>`).join('\n')}
  <cachedir>${escapeMarkup(cache)}</cachedir>
  <match target="font">
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="rgba" mode="assign"><const>none</const></edit>
  </match>
</fontconfig>
`

/**
 * A line as the fonts of cards can write it: a character that none of them has is left out, or gives way to its plain
 * form (𝐅 to F, ό to ο). Nothing when no letter and no digit is left of a line that had any.
 */
export function writable(line: string): string {
  const plain = line.normalize('NFC').slice(0, 2_000)
  const kept = [...clusters.segment(plain)].map(({ segment }) => clusterAsFar(segment)).join('')
  const tidy = kept.replace(/\s+/gu, ' ').trim()
  return tidy !== plain.trim() && !/[\p{L}\p{N}]/u.test(tidy) ? '' : tidy
}

/** What is read as one character, with its marks; the first `most` of them, and an ellipsis for those that follow. */
export function cutTo(line: string, most: number): string {
  const all = [...clusters.segment(line)].map(({ segment }) => segment)
  return all.length > most
    ? `${all
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : line
}

export const lengthOf = (line: string) => [...clusters.segment(line)].length

// Cut by the rules of Unicode, which are the same in every language that we speak.
const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' })

function clusterAsFar(cluster: string): string {
  if (/^[\s\p{Cc}]/u.test(cluster)) return ' '
  return (
    withFonts(cluster) ?? withFonts(cluster.normalize('NFKC')) ?? withFonts(cluster.normalize('NFKD')) ?? ''
  )
}

/** A character with those of its marks that a font of its own has; nothing when none has the character itself. */
function withFonts(cluster: string): string | undefined {
  const [first = '', ...marks] = cluster
  // Directions and joiners are obeyed, not drawn.
  if (/^[\p{Bidi_Control}\u200c\u200d]$/u.test(first))
    return first + (marks.length > 0 ? (withFonts(marks.join('')) ?? '') : '')
  const having = fonts().filter((font) => has(font, first))
  if (having.length === 0 || /\p{Default_Ignorable_Code_Point}|\p{Cs}|\p{Co}/u.test(first)) return undefined
  const isKept = (mark: string) => /[\u200c\u200d]/.test(mark) || having.some((font) => has(font, mark))
  return first + marks.filter((mark) => !/\p{Variation_Selector}/u.test(mark) && isKept(mark)).join('')
}

const has = (font: Font, character: string) => font.hasGlyphForCodePoint(character.codePointAt(0)!)

let loaded: Font[] | undefined
const fonts = () => (loaded ??= files.map((file) => create(readFileSync(file)) as Font))
