import { expect, test } from 'vitest'
import { countable } from './countable-search'

test('words are counted in one form', () => {
  expect(countable('  Lamp   LIGHTER ')).toBe('lamp lighter')
  expect(countable('"the lamp"')).toBe('the lamp')
  expect(countable('ＡＢＣ　灯台')).toBe('abc 灯台')
  expect(countable('المنارة')).toBe('المنارة')
  expect(countable('part 12')).toBe('part 12')
})

test('what could be about a person is not counted at all', () => {
  for (const q of [
    ...['ada@example.org', 'ada ＠ example', 'https://example.org/ada', 'example.org', 'www.example'],
    ...['090-1234-5678', 'call ٠٩٠١٢٣', 'card 4111 1111', '12345 main street', '1987', '🏮', '', '%'],
    ...['a b c d e f g', 'x'.repeat(61), 'C:\\ada'],
  ])
    expect(countable(q), q).toBeUndefined()
})
