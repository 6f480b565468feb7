// What fields are filled with, and the bodies that carry it: as much of it as a body may hold.

/** What a parser, a normal form or a regular expression may walk over more than once. */
export const fillings = {
  blanks: ' ',
  newlines: '\n',
  'U+FEFF': '\ufeff',
  marks: '\u0301\u0323',
  '[': '[',
  '>': '>',
} as const

export type Fields = Record<string, string>

/** How fields become a body, and how long a piece of a field's text is in it. */
export interface Encoding {
  type: string
  write(fields: Fields): string
  written(text: string): string
}

export const json: Encoding = {
  type: 'application/json',
  write: (fields) => JSON.stringify(fields),
  written: (text) => JSON.stringify(text).slice(1, -1),
}

export const urlencoded: Encoding = {
  type: 'application/x-www-form-urlencoded',
  write: (fields) => new URLSearchParams(fields).toString(),
  written: (text) => new URLSearchParams({ '': text }).toString().slice(1),
}

/** By hand: FormData would write every line feed as two characters. */
export const multipart: Encoding = {
  type: 'multipart/form-data; boundary=----fields',
  write: (fields) => parts(Object.entries(fields).map(([name, text]) => ({ name, text }))),
  written: (text) => text,
}

export const parts = (all: readonly { name: string; text: string }[]) =>
  [
    ...all.map(
      ({ name, text }) => `------fields\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`,
    ),
    '------fields--\r\n',
  ].join('')

/** A form as React's script sends it: arguments as JSON, in which `$K1` is the form. */
export const callWithForm = (args: string): Encoding => ({
  ...multipart,
  write: (fields) => {
    const named = Object.entries(fields).map(([name, text]) => ({ name: `_1_${name}`, text }))
    return parts([...named, { name: '0', text: args }])
  },
})

/** One argument as React's script sends it. */
export const callWith = (argument: (fields: Fields) => unknown): Encoding => ({
  type: 'text/plain;charset=UTF-8',
  write: (fields) => JSON.stringify([argument(fields)]),
  written: json.written,
})

/** These fields with one of them as long as the body may be (or as long as said), between two letters. */
export function filled(
  encoding: Encoding,
  fields: Fields,
  {
    field,
    unit,
    limit,
    characters = Infinity,
  }: { field: string; unit: string; limit: number; characters?: number | undefined },
): string {
  const write = (text: string) => encoding.write({ ...fields, [field]: text })
  const room = (limit - Buffer.byteLength(write('ab'))) / Buffer.byteLength(encoding.written(unit))
  return write(`a${unit.repeat(Math.max(0, Math.floor(Math.min(room, characters / unit.length))))}b`)
}
