/** Words as readers see them: letters, marks and digits in a row. With `g`: it is used by `matchAll` and `split` alone. */
export const wordRuns = /[\p{L}\p{M}\p{N}]+/gu
