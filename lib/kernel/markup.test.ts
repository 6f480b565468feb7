import { expect, test } from 'vitest'
import { escapeMarkup } from './markup'

test('text stays text, between tags and in attributes', () => {
  expect(escapeMarkup(`<a b="c" d='e'>&amp;</a> \u2028 漢`)).toBe(
    '&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;amp;&lt;/a&gt; \u2028 漢',
  )
})
