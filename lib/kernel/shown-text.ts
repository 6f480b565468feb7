// What shows nothing: format characters, joiners, fillers, blanks; also the empty Braille cell.
const unseen = /[\s\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu
// Embeddings, overrides and isolates: they turn what stands beside them. The marks (U+200E, U+200F, U+061C) turn
// nothing, and titles in two scripts need them.
const turns = /[\u202a-\u202e\u2066-\u2069]/

/** Would nothing be seen of it? */
export const isBlank = (text: string) => text.replace(unseen, '') === ''

/** May a line of the staff hold these characters? Nothing at all is another question. */
export const mayBeShown = (text: string) =>
  !/\p{Cc}|\p{Cs}/u.test(text) && !turns.test(text) && (text === '' || !isBlank(text))
