import { describe, expect, test } from 'vitest'
import { marksOf, problemOf, type Mark, type Marked } from '@/lib/comments/submit/marks'
import { ruleProblems, valueOf } from './schema'

const comment = { name: 'Rea', email: 'Rea@Example.org', url: undefined, text: 'Hello', ip: '192.0.2.7' }
const told = (given: Partial<Marked>) =>
  marksOf({ ...comment, ...given }).map(({ kind, value }) => `${kind} ${value}`)

describe('what a rule can go by in a comment', () => {
  test('its author, its address, the network around it and the hosts that it links to, each once', () =>
    expect(
      told({
        url: 'https://www.Tides.example/a',
        text: 'See HTTP://tides.example and www.lamps.example, https://灯台.example/x or quay.example',
      }),
    ).toEqual([
      'author rea@example.org',
      'address 192.0.2.7',
      'network 192.0.2.0/24',
      'host tides.example',
      'host lamps.example',
      'host xn--kprz67d.example',
    ]))

  test.each([
    ['who gives no e-mail address is known by the name', { email: '', name: 'RÉA' }, ['author réa']],
    ['who gives neither is nobody', { email: '', name: '\u200b' }, []],
    ['a host behind a name and password', { text: 'https://a@b.example' }, ['host b.example']],
  ])('%s', (_, given, expected) => expect(told(given)).toEqual(expect.arrayContaining(expected)))

  test('nobody at all, from nowhere that is known, has no mark', () =>
    expect(told({ email: '', name: '', ip: 'unknown' })).toEqual([]))

  test('an IPv6 address lies in a /48', () =>
    expect(told({ ip: '2001:DB8:1:2::7' })).toEqual([
      'author rea@example.org',
      'address 2001:db8:1:2::7',
      'network 2001:db8:1::/48',
    ]))
})

test.each<[Mark['kind'], string, string | undefined]>([
  ['author', ' Rea@Example.org ', 'rea@example.org'],
  ['author', 'Ines', 'ines'],
  ['author', ' ', undefined],
  ['address', '192.0.2.7', '192.0.2.7'],
  ['address', '::ffff:192.0.2.7', '192.0.2.7'],
  ['address', '2001:DB8::7', '2001:db8::7'],
  ['address', '192.0.2.0/24', undefined],
  ['address', 'example.org', undefined],
  ['network', '192.0.2.7', '192.0.2.0/24'],
  ['network', '192.0.2.0/24', '192.0.2.0/24'],
  ['network', '2001:db8:1::/48', '2001:db8:1::/48'],
  ['network', '2001:db8:1:9::7', '2001:db8:1::/48'],
  ['network', 'a school', undefined],
  ['host', 'https://www.Tides.example/path?a#b', 'tides.example'],
  ['host', 'tides.example:8080', 'tides.example'],
  ['host', '灯台.example', 'xn--kprz67d.example'],
  ['host', 'tides', undefined],
  ['host', 'two words.example', undefined],
  ['host', 'a@tides.example', undefined],
  ['host', '', undefined],
])('of a rule about an %s, %j is %j', (kind, given, value) => expect(valueOf(kind, given)).toBe(value))

describe('what is wrong with a rule', () => {
  const rule = { kind: 'host', value: 'tides.example', effect: 'hold', reason: 'Adverts', until: '' }
  test.each<[object, string[]]>([
    [{}, []],
    [{ until: '2100-01-01' }, []],
    [{ value: ' ' }, ['value-missing']],
    [{ value: 'x\u202e' }, [expect.stringMatching(/^characters/) as string]],
    [{ value: undefined }, ['value-missing']],
    [{ value: 'x' }, ['host-wrong']],
    [{ kind: 'address' }, ['address-wrong']],
    [{ kind: 'network' }, ['network-wrong']],
    [{ kind: 'author', value: 'x'.repeat(255) }, ['value-long']],
    [{ kind: 'none' }, ['form-broken']],
    [{ effect: '' }, ['effect-missing']],
    [{ reason: ' ' }, ['rule-reason-missing']],
    [{ reason: 'x'.repeat(501) }, ['rule-reason-long']],
    [{ until: 'soon' }, ['date-wrong']],
  ])('%j', (change, expected) => expect(ruleProblems({ ...rule, ...change })).toEqual(expected))
})

test.each<[Mark, object]>([
  [{ kind: 'author', value: 'rea@example.org' }, { email: 'refused-email' }],
  [{ kind: 'address', value: '192.0.2.7' }, { form: 'refused-address' }],
  [{ kind: 'network', value: '192.0.2.0/24' }, { form: 'refused-network' }],
  [{ kind: 'host', value: 'tides.example' }, { url: 'refused-link' }],
  [{ kind: 'host', value: 'lamps.example' }, { comment: 'refused-link' }],
])('who is refused by %j is told so beside the field', (mark, problem) =>
  expect(problemOf(mark, { email: 'rea@example.org', url: 'https://www.tides.example/' })).toEqual(problem),
)

test('and beside the name, where that is all', () =>
  expect(problemOf({ kind: 'author', value: 'rea' }, { email: '', url: undefined })).toEqual({
    author: 'refused-name',
  }))
