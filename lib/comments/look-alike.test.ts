import { describe, expect, test } from 'vitest'
import { takenFor } from './look-alike'
import { skeleton } from './skeleton'

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

describe('somebody else of the staff, in disguise', () => {
  const people = [{ name: 'Ada Lovelace', email: 'ada@example.org' }, ...staff.slice(1)]
  const taken = (name: string, email = 'somebody@example.com') => takenFor({ name, email }, people)

  test.each([
    ...['ᴀᴅᴍɪɴ', '🅰dmin', '🅐🅓🅜🅘🅝', 'ʌdmin', 'ΛDMIN', '🇦🇩🇲🇮🇳', 'αdмιn', 'α∂мin', 'a⃝d⃝m⃝i⃝n⃝', 'аdмin'],
    ...['Ad∂ Lovelace', 'ᴀᴅᴀ ʟᴏᴠᴇʟᴀᴄᴇ', 'Ada Lovelace 🇬🇧'],
    ...[
      'Ada Lovelace (Admin)',
      'Ada Lovelace Jr',
      'Ada Lovelace Jr.',
      'Ada Lovelace 2',
      'Ada Lovelace II',
      'Ada Lovelace2',
    ],
    ...[
      'Lovelace, Ada',
      'LOVELACE Ada',
      'The real Ada Lovelace',
      'Dr. Ada Lovelace',
      'ada.lovelace',
      'ada_lovelace_99',
    ],
    ...[
      'Site Admin',
      'The Editor',
      'Administrators',
      'Moderators',
      'Admin1',
      'Admin 1',
      'Admin_2',
      'Chapterhouse Team',
    ],
    ...[
      'Bob (Admin)',
      'Bob | Chapterhouse Team',
      '[Moderator] Bob',
      'Editors',
      'Editorial Team',
      'Chapterhouse Support',
    ],
    ...['管理人さん', '管理者様', '田中花さん', '田中 花（管理人）', 'ليلى (المشرف)'],
    ...['ada@example.org', 'ADA@example.org', 'ada+x@example.org', ' ada@example.org '],
  ])('the name %s', (name) => expect(taken(name)?.what).toBe('name'))

  test.each(['ada+x@example.org', 'a.da@example.org', 'A.D.A+x+y@Example.org', 'ａda+１@example.org'])(
    'the address %s',
    (email) => expect(taken('Nobody', email)).toEqual({ what: 'email', of: 'ada@example.org' }),
  )

  test.each([
    ...[
      'Adam Loveless',
      'Ada',
      'Lovelace',
      'Ada Byron',
      'Adam Lovelace',
      'Ada Lovelace-Smith',
      'Adalove Lace Maker',
    ],
    ...[
      'Leopold Staff',
      'Edith Orr',
      'Jo Administrowicz',
      'Team Rocket',
      'The Reader',
      'Jr',
      '2',
      'Dr. No',
      'Real Madrid',
    ],
    ...[
      'Моника',
      'Нина',
      'Άννα Παππά',
      '田中',
      '花子',
      '管理',
      '中村さん',
      'さん',
      '様',
      'أحمد المدني',
      '🇯🇵',
      'Zoë',
      'Tom 🇫🇷🇩🇪',
    ],
    ...[
      'Anne-Marie',
      "O'Brien",
      'Jean (Paris)',
      'Mary, from York',
      'Supportive Sam',
      'x@y',
      '@bob',
      '',
      '+',
      '(',
      '∂∂∂',
    ],
  ])('“%s” is nobody of theirs', (name) => expect(taken(name)).toBeUndefined())

  test.each([
    '',
    '@',
    '+x@example.org',
    '.@example.org',
    'bada@example.org',
    'ada@example.com',
    'ada@mail.example.org',
    'a+da@example.org',
  ])('the address “%s” is nobody’s', (email) => expect(taken('Nobody', email)).toBeUndefined())
})

test.each(['Ada', 'Adam Moss', 'Moss', 'Ada Mosser', '', '🌊', 'администратор музея', '田中', 'Edith'])(
  '“%s” is a name of its own',
  (name) => expect(as(name)).toBeUndefined(),
)

test('a name of which nothing is left looks like no other', () => {
  expect(skeleton('\u200b🌊 …')).toBe('')
  expect(takenFor({ name: '…', email: '' }, [{ name: '—', email: '' }])).toBeUndefined()
})
