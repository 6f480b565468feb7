import { z } from 'zod'

/** One plain address and nothing else: no name, no list, no quotation marks, no control character, no newline. */
export const isMailAddress = (text: string) =>
  text.length <= 254 && z.regexes.html5Email.test(text) && !/[^\x21-\x7e]/.test(text) && /@.+\../.test(text)
