import { unseenSigns } from '../../text/shown-text'
import { scheme, joiner } from './signs'
import { limitsIn } from './brackets'

// What addresses are written in: of ASCII what RFC 3986 has, and the few that people have besides; of the rest all
// but spaces, controls, what is not seen, and the marks that end or enclose a sentence or a part of it. A long dash
// and dots belong to the sentence as well. An apostrophe between letters, and a list's comma that no other address
// follows, are part of an address.
const ascii = String.raw`[!#$%&'()*+\-./0-9:=?@A-Z[\]^_a-z{}~]|[,;|](?!${scheme}|[wW]{3}\.)`
const never = [
  String.raw`${unseenSigns}\p{Cf}\p{Cs}\ufffc\ufffd`,
  String.raw`\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Quotation_Mark}\p{Terminal_Punctuation}\p{Sentence_Terminal}`,
  '¡¿\u2014\u2015\u2025\u2026\u203b\u22ef\u226a\u226b\u2e3a\u2e3b＜＞｀｜',
].join('')
// `[url]https://example.org/a[/url]`
const closingTag = String.raw`\[\/[A-Za-z]{1,20}\]`
const apostrophe = String.raw`(?<=[\p{L}\p{M}])’(?=\p{L})`
// Variants of a character are chosen by what is not seen by itself.
const variant = String.raw`(?<=[\p{Extended_Pictographic}\p{Unified_Ideograph}\p{Script=Mongolian}])\p{Variation_Selector}`
// No word begins with these: they mark the object, which is the address before them (`https://example.org/をご覧`).
const objectMarker = '(?<=[A-Za-z0-9/])[を를]'
const run = new RegExp(
  String.raw`(?:(?!${closingTag})(?:${ascii})|${joiner}|${apostrophe}|${variant}|(?!${objectMarker})(?!\p{Variation_Selector})[^\x00-\x7f${never}])*`,
  'uy',
)

/** The runs of a text in which addresses can stand, each looked at once. */
export function runsOf(text: string) {
  let [from, to] = [0, 0]
  let limits = new Int32Array()
  return {
    /** Where an address that begins here ends at the latest: with its run, or at a bracket that has no other in it. */
    end(start: number) {
      if (start >= to) {
        run.lastIndex = from = start
        to = start + run.exec(text)![0].length
        limits = limitsIn(text.slice(from, to))
      }
      return from + limits[start - from]!
    },
  }
}
