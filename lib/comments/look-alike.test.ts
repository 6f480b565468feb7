import { describe, expect, test } from 'vitest'
import { skeleton, takenFor } from './look-alike'

const staff = [
  { name: 'Ada Moss', email: 'ada@example.org' },
  { name: '田中 花', email: 'hana@example.org' },
  { name: 'ليلى', email: 'layla@example.org' },
]
const as = (name: string, email = 'somebody@example.com') => takenFor({ name, email }, staff)

describe('is taken for somebody of the staff', () => {
  test.each([
    ['as it stands', 'Ada Moss'],
    ['in other letters', 'ADA moss'],
    ['with more or fewer blanks', ' Ada  Moss'],
    ['with points', 'A.d.a-M_o_s_s'],
    ['with Cyrillic letters', 'Аdа Моss'],
    ['with Greek letters', 'Αda Mοss'],
    ['in full width', 'Ａｄａ　Ｍｏｓｓ'],
    ['with a zero-width space', 'Ada\u200b Mo\u200dss'],
    ['with a soft hyphen', 'Ada Mo\u00adss'],
    ['with accents', 'Àdä Móss'],
    ['in mathematical letters', '𝐀𝐝𝐚 𝐌𝐨𝐬𝐬'],
    ['with digits', 'Ad4 M0s5'],
    ['with rn for m', 'Ada rnoss'],
    ['in Japanese', '田中花'],
    ['in Arabic, with vowels and a stroke', 'ليـلَى'],
  ])('%s', (_how, name) => expect(as(name)?.what).toBe('name'))

  test.each(['admin', 'Аdmіn', 'ADMlN', 'Ｍoderator', 'Web Master', '管理人', 'المشرف'])(
    'by the reserved %s',
    (name) => expect(as(name)?.what).toBe('name'),
  )

  test.each(['ada@example.org', 'ADA@EXAMPLE.ORG', 'ａda@example.org'])('by the address %s', (email) =>
    expect(as('Nobody', email)).toEqual({ what: 'email', of: 'ada@example.org' }),
  )
})

test.each(['Ada', 'Adam Moss', 'Moss', 'Ada Mosser', '', '🌊', 'администратор музея', '田中', 'Edith'])(
  '“%s” is a name of its own',
  (name) => expect(as(name)).toBeUndefined(),
)

test('a name of which nothing is left looks like no other', () => {
  expect(skeleton('\u200b🌊 …')).toBe('')
  expect(takenFor({ name: '…', email: '' }, [{ name: '—', email: '' }])).toBeUndefined()
})
