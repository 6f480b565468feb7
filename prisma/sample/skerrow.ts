import type { Locale } from '@/lib/i18n/locales'
import * as ar from './ar'
import * as en from './en'
import * as ja from './ja'
import { byReaders } from './comments'
import type { SampleChapter } from './sample'

// Invented for this site, like its places and people.
export const skerrow: { slug: string; titles: Record<Locale, string>; chapters: SampleChapter[] } = {
  slug: 'the-skerrow-light',
  titles: { en: 'The Skerrow Light', ja: 'スケロー灯台日誌', ar: 'منارة سكيرو' },
  chapters: [
    {
      number: 1,
      originalDate: '1921-10-02',
      source: 'Logbook of the Skerrow light, volume III, leaf 1',
      editions: { en: en.firstNight, ja: ja.firstNight, ar: ar.firstNight },
      comments: byReaders.firstNight,
      rankings: [
        {
          kind: 'hashtag',
          subject: 'lighthouses',
          place: 7,
          country: 'BE',
          service: 'Harbour Bulletin',
          sourceUrl: 'https://example.org/rankings/lighthouses',
          asOf: '2024-02-09',
        },
        {
          kind: 'search',
          subject: 'fog signal',
          place: 1,
          service: 'Harbour Bulletin',
          sourceUrl: 'https://example.org/rankings/search',
          asOf: '2024-03-01',
        },
      ],
    },
    {
      number: 2,
      originalDate: '1921-11-18',
      source: 'Logbook of the Skerrow light, volume III, leaves 24–26',
      editions: { en: en.fog, ja: ja.fog },
      comments: byReaders.fog,
    },
    {
      number: 3,
      originalDate: '1922-03-05',
      source: 'Logbook of the Skerrow light, volume III, leaf 77',
      editions: { en: en.clockmaker, ja: ja.clockmaker },
    },
    {
      number: 4,
      originalDate: '1922-05-14',
      source: 'Logbook of the Skerrow light, volume IV, leaf 9',
      editions: { en: en.visitorsBook },
    },
  ],
}
