/**
 * Every character that Unicode has given out, but of private use and of letters and digits that are what they are in
 * every form, of which there are a hundred thousand, only some.
 */
export const telltaleCharacters = () =>
  Array.from({ length: 0x110000 }, (_, code) => String.fromCodePoint(code)).filter(
    (one) => !/[\p{Cn}\p{Cs}]/u.test(one) && (!isPlain(one) || one.codePointAt(0)! % 64 === 0),
  )

const isPlain = (one: string) =>
  /\p{Co}/u.test(one) || (/[\p{L}\p{Nd}]/u.test(one) && one.normalize('NFKD').toLowerCase() === one)
