/** A row of a file of comma-separated values (RFC 4180). */
export const csvRow = (cells: readonly (string | number | null | undefined)[]): string =>
  `${cells.map((cell) => csvCell(String(cell ?? ''))).join(',')}\r\n`

/** What a spreadsheet would take for a formula when the file is opened there begins with a mark that makes it text. */
function csvCell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

// Also behind blanks, which some leave out, and in the wide forms of Japanese keyboards.
const formula = /^[\s\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20|]|^[\t\r]/u
