import { viramas } from '../../text/viramas'

// Spelled out: under the flags i and u, `s` would be `ſ` too.
export const scheme = String.raw`[hH][tT][tT][pP][sS]?:\/\/`

const letter = String.raw`[\p{L}\p{M}\p{N}\p{Extended_Pictographic}\p{Emoji_Modifier}]`
// Zero-width (non-)joiners are spelling between two letters, in Persian and in languages of India, and behind a virama;
// elsewhere nothing.
export const joiner = String.raw`(?:(?<=${letter})[\u200c\u200d](?=${letter})|(?<=[${viramas}])[\u200c\u200d])`
