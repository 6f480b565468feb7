export const wordsRule: object
