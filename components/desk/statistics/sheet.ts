import type { Locale } from '@/lib/i18n/locales'
import type { SheetName } from '@/lib/moderation/statistics/schema'
import type { Statistics } from '@/lib/moderation/statistics/types'

/** How the values of a column are told. */
type Kind = 'text' | 'day' | 'hour' | 'count' | 'share' | 'seconds'

/** By which of the desk's colours something is drawn. */
export type Tone = 'good' | 'calm' | 'rubric' | 'soft' | 'warn'

export interface Column {
  label: string
  kind: Kind
  /** Its numbers are drawn, in this colour. */
  tone?: Tone
}

export type Cell = string | number | null | undefined

/** A table of statistics: from it come what the page shows as a table and as a picture, and the file. */
export interface Sheet {
  name: SheetName
  title: string
  notes: string[]
  columns: Column[]
  rows: Cell[][]
  /** Are the parts of a row drawn on top of each other? */
  stacked?: boolean
}

/** What tables are made of. */
export interface Told {
  locale: Locale
  statistics: Statistics
  /** Do the clocks of whoever asks differ from UTC by a part of an hour? */
  isHalfHour: boolean
}
