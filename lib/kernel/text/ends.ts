/**
 * A text without the characters at its end that are like this one. An expression such as `/-+$/` does the same, but
 * begins anew at every character of every run that stands before the end.
 */
export function withoutEnd(text: string, sign: RegExp): string {
  let end = text.length
  while (end > 0) {
    const width = end > 1 && isPair(text, end - 2) ? 2 : 1
    if (!sign.test(text.slice(end - width, end))) break
    end -= width
  }
  return text.slice(0, end)
}

const isPair = (text: string, at: number) => text.codePointAt(at)! > 0xffff
