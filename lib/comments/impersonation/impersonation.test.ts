import { describe, expect, test } from 'vitest'
import { takenFor } from './impersonation'
import { skeleton } from './confusables'

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

describe('a staff of several languages', () => {
  const people = [
    { name: 'Ada Lovelace', email: 'ada@example.org' },
    { name: 'Jörg Müller', email: 'joerg@example.org' },
    { name: 'أحمد علي', email: 'ahmad@example.org' },
    { name: '山田太郎', email: 'taro@example.org' },
    { name: 'Søren Åkesson', email: 'soren@example.org' },
    { name: 'Jo', email: 'jo1@example.org' },
    { name: 'Aenne Strauss', email: 'aenne@example.org' },
  ]
  const taken = (name: string, email = 'somebody@example.com') => takenFor({ name, email }, people)

  test.each([
    ['Ada Lovelace', 'ⲁda lovelace'],
    ['Ada Lovelace', 'ᗩᗪᗩ ᒪOᐯEᒪᗩᑕE'],
    ['Ada Lovelace', 'ꭺꭰꭺ ꮮovelace'],
    ['Ada Lovelace', 'AdaLovelace from Chapterhouse'],
    ['Ada Lovelace', 'Ask Lovelace, Ada about it'],
    ['Jörg Müller', 'Joerg Mueller'],
    ['Jörg Müller', 'JOERG MUELLER'],
    ['Jörg Müller', 'Jorg Mueller'],
    ['Jörg Müller', 'Joerg Muller'],
    ['Jörg Müller', 'Jo\u0308rg Mu\u0308ller'],
    ['Jörg Müller', 'Jörg Müller (author)'],
    ['Jörg Müller', 'Jörg Müller, translator'],
    ['Jörg Müller', 'Joerg Mueller, translator of this'],
    ['Jörg Müller', 'Jörg Müller from Chapterhouse'],
    ['Jörg Müller', 'This is Jörg Müller!'],
    ['Søren Åkesson', 'Soeren Aakesson'],
    ['Søren Åkesson', 'Soren Akesson'],
    ['Søren Åkesson', 'Sören Åkesson'],
    ['Aenne Strauss', 'Änne Strauß'],
    ['أحمد علي', 'أحمد علی'],
    ['أحمد علي', 'احمد على'],
    ['أحمد علي', 'أحمد علي من الموقع'],
    ['山田太郎', '山田太郎（本人）'],
    ['山田太郎', '山田太郎本人'],
    ['山田太郎', '山田太郎（訳者）'],
    ['山田太郎', '山田太郎 from 東京'],
  ])('%s in “%s”', (of, name) => expect(taken(name)).toEqual({ what: 'name', of }))

  test.each([
    ...['ᗩdmin', 'Ⲁdmin', 'The Author', 'Authors', 'Translator', 'The Translators', 'Moderation Team'],
    ...[
      'Chapterhouse Bot',
      'Chapterhouse',
      'Chapterhouse Account',
      'Chapterhouse Moderation',
      'Bob (translator)',
    ],
    ...['運営', '運営チーム', '管理人', '著者', '著者さん', '訳者', '翻訳者', '編集部', '山田（運営）'],
    ...['مشرف', 'المشرف', 'الإدارة', 'الادارة', 'إدارة الموقع', 'المؤلف', 'المؤلفة', 'المترجم', 'المترجمة'],
  ])('the role %s', (name) => expect(taken(name)?.what).toBe('name'))

  test.each([
    ['joerg@example.org', 'joerg@exarnple.org'],
    ['joerg@example.org', 'j0erg@examp1e.org'],
    ['joerg@example.org', 'joerg@exаmple.org'], // Cyrillic a
    ['joerg@example.org', 'joerg@xn--exmple-4nf.org'], // the same, as a host is registered
    ['joerg@example.org', 'j.oerg+x@exarnple.org'],
    ['jo1@example.org', 'jol@example.org'],
  ])('%s in the address %s', (of, email) => {
    expect(taken('Nobody', email)).toEqual({ what: 'email', of })
    expect(taken(email)).toEqual({ what: 'name', of })
  })

  test.each([
    ...['Arthur', 'Authorino', 'Author Miller', 'Modesty', 'Robotham', 'Bot', 'Rob Ott', 'Translatovic'],
    ...['Jörg', 'Joerg', 'Müller', 'Mueller', 'Jörg Müllerson', 'Jörg Maller', 'Jörgen Müller', 'Jo Müller'],
    ...['Joe', 'Jo Anne', 'Jo from Kyoto', 'Zoë', 'Anna Strauss', 'Ada Byron', 'Ada Byron Lovelace'],
    ...['Ada Lovelace-Smith', 'Adalove Lace Maker', 'Everything in moderation', 'House of Chapters'],
    ...[
      '著田花子',
      '村著',
      '運営子',
      '訳田',
      '山田',
      '太郎',
      '山田太',
      '山田太郎丸',
      '小山田太郎',
      '本人',
      '鈴木一郎（本人）',
    ],
    ...['أحمد', 'علي', 'أحمد المدني', 'علي أحمدي', 'مترجم من لندن', 'مشرفي', 'إدارة'],
  ])('“%s” is nobody of theirs', (name) => expect(taken(name)).toBeUndefined())

  test.each([
    ...['joerg@example.com', 'jorg@example.org', 'joergm@example.org', 'joerg@mail.example.org'],
    ...['@exarnple.org', 'joerg@', 'joerg@exampleorg', 'jo@example.org'],
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

test('who gave no name, or is called anonymous, is taken for nobody', () => {
  for (const name of ['', '\u200b', 'Anonymous', '名無し', '名無しさん', 'مجهول'])
    expect(
      takenFor({ name, email: '' }, [{ name: 'Ada Lovelace', email: 'ada@example.org' }]),
      name,
    ).toBeUndefined()
})
