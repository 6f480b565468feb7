import { expect, test } from 'vitest'
import { csvRow } from './csv'

test.each([
  [['a', 'b', 3], 'a,b,3\r\n'],
  [[null, undefined, ''], ',,\r\n'],
  [['a,b', 'say "x"', 'two\nlines'], '"a,b","say ""x""","two\nlines"\r\n'],
  [['=1+1', '+1', '-1', '@x', '\t=1', ' =1', '＝1', '|x'], `'=1+1,'+1,'-1,'@x,'\t=1,' =1,'＝1,'|x\r\n`],
  [['=a,"b"'], `"'=a,""b"""\r\n`],
  [['a=1', '2-3', 'e@example.org'], 'a=1,2-3,e@example.org\r\n'],
] as const)('%j', (cells, row) => expect(csvRow(cells)).toBe(row))
