/**
 * Characters that show nothing, as they stand in the brackets of an expression: what Unicode's properties tell, and those
 * of which only a name in UnicodeData.txt (17.0) does: U+2800 BRAILLE PATTERN BLANK, U+1D159 MUSICAL SYMBOL NULL NOTEHEAD,
 * U+16FE4 KHITAN SMALL SCRIPT FILLER, U+13441 and U+13442 EGYPTIAN HIEROGLYPH FULL and HALF BLANK. Of the format
 * characters that are not ignorable, annotations and the joiners of hieroglyphs show nothing; the signs of numbers and
 * verses in Arabic, Syriac and Kaithi do.
 */
export const unseenSigns = String.raw`\s\p{Z}\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb\u2800\u{13430}-\u{1343f}\u{13441}\u{13442}\u{16fe4}\u{1d159}`

const seen = new RegExp(`[^${unseenSigns}]`, 'u')

/** Would nothing be seen of it? */
export const isBlank = (text: string) => !seen.test(text)
