import { expect, test } from 'vitest'
import { growth, linear } from '../testing/growth'
import { asHtml } from './as-html'
import { blocksOf } from './blocks'

const lines = (...lines: string[]) => ({ lines })
const quoted = (...quoted: object[]) => ({ quoted })

test.each([
  ['>_< so much rain', [lines('>_< so much rain')]],
  ['>:( no', [lines('>:( no')]],
  ['>.<', [lines('>.<')]],
  ['>>1 I agree', [lines('>>1 I agree')]],
  ['>> twice', [lines('>> twice')]],
  ['>60 km', [lines('>60 km')]],
  ['->', [lines('->')]],
  ['＞これ', [lines('＞これ')]],
  ['＞ これ', [lines('＞ これ')]],
  ['>\u3000これ', [lines('>\u3000これ')]],
  ['>\tthis', [lines('>\tthis')]],
  [' > this', [lines(' > this')]],
  ['&gt; this', [lines('&gt; this')]],
  ['5\n>\n3', [lines('5', '>', '3')]],
  ['>', [lines('>')]],
  ['> \n>', [lines('> ', '>')]],
  ['a\n>\n> b', [lines('a'), quoted(lines('', 'b'))]],
  ['> this\nand that', [quoted(lines('this')), lines('and that')]],
  ['> one\n>\n> two\n\nthree', [quoted(lines('one'), lines('two')), lines('three')]],
  ['> > twice\n> once', [quoted(quoted(lines('twice')), lines('once'))]],
  ['> >_< rain', [quoted(lines('>_< rain'))]],
  ['> > > > deep', [quoted(quoted(quoted(lines('> deep'))))]],
  ['> \u3000雨の日', [quoted(lines('\u3000雨の日'))]],
])('what is quoted in %j', (text, blocks) => expect(blocksOf(text)).toEqual(blocks))

test.each([
  '*asterisks* **and** _lines_ below',
  '# 1 is a number',
  '1986. What a year',
  '- a dash\n* and a star\n+ and a plus',
  '---',
  '-- Ada',
  '<3 <b>you</b> &amp; &lt; &#39;me&#39;',
  '[1] [x](y) ![z](y)',
  '`code` ```code``` ~~gone~~ ||hidden||',
  ':-) :D ;) {name} {count, plural, other {#}} ’{’ $& $1 %s \\n',
  '    four blanks',
  '|a|b|',
])('nothing else is markup: %j', (text) => expect(blocksOf(text)).toEqual([{ lines: text.split('\n') }]))

test('blanks at the beginning stay, and so do runs of them; empty lines before and blanks behind do not', () => {
  expect(blocksOf('\u3000雨の日\n\u3000晴れの日')).toEqual([lines('\u3000雨の日', '\u3000晴れの日')])
  expect(blocksOf(' \t\n\u3000\n\n   a   b  \n    c \u3000\n\n ')).toEqual([lines('   a   b  ', '    c')])
  expect(blocksOf('')).toEqual([lines('')])
})

test('as HTML it says the same, without a style sheet', () => {
  expect(asHtml('  a   b\n\tc\n\n> >_< <i> https://example.org/a_(b).')).toBe(
    '<p dir="auto">\u00a0 a\u00a0\u00a0 b<br>\u00a0\u00a0\u00a0 c</p>' +
      '<blockquote><p dir="auto">&gt;_&lt; &lt;i&gt; <a href="https://example.org/a_(b)" rel="nofollow ugc noopener noreferrer" dir="ltr">https://example.org/a_(b)</a>.</p></blockquote>',
  )
  expect(asHtml('<script>"&amp;\'')).toBe('<p dir="auto">&lt;script&gt;&quot;&amp;amp;&#39;</p>')
})

test.each([' ', '\n', ' \n', '> ', '>', '> \n', '\n\n> a', '\u3000', '\ufeff', '\t', 'a \n'])(
  'a long text of %j is no long work',
  (part) => {
    const work = (size: number) => void asHtml('a' + part.repeat(size / part.length) + 'b')
    expect(growth(work, 65_536)).toBeLessThan(linear)
  },
)
