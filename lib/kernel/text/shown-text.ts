// What shows nothing: format characters, joiners, fillers, blanks; also the empty Braille cell.
const seen = /[^\s\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u

/** Would nothing be seen of it? */
export const isBlank = (text: string) => !seen.test(text)
