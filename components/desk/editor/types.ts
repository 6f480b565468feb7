import type { EditionForWriting } from '@/lib/chapters/writing/queries'

export type Edition = EditionForWriting

export interface Fields {
  title: string
  summary: string
  slug: string
  tags: string
  originalDate: string
  source: string
  translator: string
}

type Refused = { ok: false; refusal: string; problems?: Record<string, string> }
export interface SavedMeanwhile {
  by: string | null
  at: Date
  newest: string
}
export type SaveOutcome =
  | { ok: true; value: { revisionId: string; number: number; at: Date; slug: string } }
  | Refused
  | ({ ok: false; refusal: 'changed-meanwhile' } & SavedMeanwhile)
export type PublishOutcome = { ok: true; value: { state: string; publishAt?: Date } } | Refused

export interface EditorProps {
  edition: Edition
  mayPublish: boolean
  actions: {
    saveDraft: (input: unknown) => Promise<SaveOutcome>
    publish: (input: unknown) => Promise<PublishOutcome>
    withdraw: (input: unknown) => Promise<PublishOutcome>
  }
}
