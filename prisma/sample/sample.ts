import type { Locale } from '@/lib/i18n/locales'
import type { Block } from './document'

export interface SampleEdition {
  slug: string
  title: string
  summary: string
  tags: Record<string, string>
  translator?: string
  publishedAt: string
  body: { type: string; content: Block[] }
}

export interface SampleComment {
  by: string
  email: string
  url?: string
  text: string
  sentAt: string
  /** Left out: approved. */
  status?: 'pending'
  replies?: SampleComment[]
}

export interface SampleChapter {
  number: number
  originalDate: string
  source: string
  editions: Partial<Record<Locale, SampleEdition>>
  comments?: Partial<Record<Locale, SampleComment[]>>
  rankings?: SampleRanking[]
}

interface SampleRanking {
  kind: 'hashtag' | 'search'
  subject: string
  place: number
  country?: string
  service: string
  sourceUrl: string
  asOf: string
}
