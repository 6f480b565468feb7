const marks: Record<string, string> = { '\u309b': '\u3099', '\u309c': '\u309a' }

/** The voicing marks of kana that some keyboards give as characters of their own, as marks on the kana before them. */
export const joinKanaMarks = (text: string) => text.replace(/[\u309b\u309c]/g, (sign) => marks[sign]!)
