import type { SampleChapter } from './sample'

type Comments = NonNullable<SampleChapter['comments']>

export const byReaders: Record<'firstNight' | 'fog', Comments> = {
  firstNight: {
    en: [
      {
        by: 'Ines',
        email: 'ines@example.org',
        url: 'https://example.org/tides',
        sentAt: '2024-02-04T19:12:00Z',
        text: 'My grandfather kept a book like this for a river lock. Forty years, one line a day.\n\nHe also wrote “nothing seen” a great deal, and my grandmother said that was the part she read twice.',
        replies: [
          {
            by: 'Tobias Wren',
            email: 'tobias@example.org',
            sentAt: '2024-02-05T07:40:00Z',
            text: 'Does the book still exist? There is a small archive that collects them: https://example.org/lock-books (they answer letters).',
            replies: [
              {
                by: 'Ines',
                email: 'ines@example.org',
                sentAt: '2024-02-05T20:03:00Z',
                text: 'It does! It is in a biscuit tin. I will write to them, thank you.',
              },
            ],
          },
          {
            by: 'ريم',
            email: 'reem@example.org',
            sentAt: '2024-02-06T10:25:00Z',
            text: 'ما أجمل هذا. السطر الذي لا يقول شيئًا هو الذي يبقى.',
          },
        ],
      },
      {
        by: 'Jo',
        email: 'jo@example.org',
        sentAt: '2024-02-09T12:00:00Z',
        text: 'I am here for the goose.',
      },
      {
        by: 'Halvard',
        email: 'halvard@example.org',
        sentAt: '2024-02-10T08:30:00Z',
        status: 'pending',
        text: 'A hundred and twelve steps would make the tower about 22 metres to the lamp room. Is it a real one?',
      },
    ],
    ja: [
      {
        by: '千代',
        email: 'chiyo@example.org',
        sentAt: '2024-03-03T21:15:00Z',
        text: '「何事もない日こそ」という一行で、今日は日記をつけました。',
        replies: [
          {
            by: '岬の猫',
            email: 'neko@example.org',
            sentAt: '2024-03-04T06:50:00Z',
            text: '私もです。三日坊主の四日目になりました。',
          },
        ],
      },
    ],
  },
  fog: {
    en: [
      {
        by: 'Maud',
        email: 'maud@example.org',
        sentAt: '2024-02-12T16:44:00Z',
        text: 'We have “needles” here three weeks out of four. I shall call it that from now on.',
      },
    ],
  },
}
