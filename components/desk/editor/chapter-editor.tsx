'use client'

import { useEditorState } from '@tiptap/react'
import Link from 'next/link'
import { Alert } from '@/components/ui/alert'
import { direction, ownName } from '@/lib/i18n/locales'
import { LocalTime } from '@/components/ui/local-time'
import { StateBadges } from '../chapters/edition-status'
import { Body } from './body'
import { Conflict } from './conflict'
import { Details } from './details'
import { Heading } from './heading'
import { PublishPanel } from './publish-panel'
import type { EditorProps } from './types'
import { useBody } from './use-body'
import { useDraft } from './use-draft'
import { useUnsavedGuard } from './use-unsaved-guard'
import { useWords } from '../language/words'
import { amount, digits } from '@/lib/i18n/formats'

/** Where a chapter is written, in one language. */
export function ChapterEditor(props: EditorProps) {
  const { edition } = props
  const { words, locale, rich, sentenceFor } = useWords('editor')
  const { words: chapters } = useWords('chapters')
  const { body, pictures, tell } = useBody(edition.doc, edition.locale, words.body)
  const draft = useDraft(props, body)
  useEditorState({ editor: body, selector: ({ transactionNumber }) => transactionNumber })
  useUnsavedGuard(draft.isDirty, words.leave)
  const { problem, conflict } = draft
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_19rem]">
      <h1 className="sr-only">{rich(words.heading, { title: <bdi>{edition.title}</bdi> })}</h1>
      <div className="grid min-w-0 gap-4">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-[0.8125rem] text-soft">
          <span>
            <bdi>{edition.seriesTitle}</bdi> {digits(locale, edition.number)}
          </span>
          <span lang={edition.locale}>{ownName(edition.locale)}</span>
          <StateBadges
            words={chapters}
            state={edition.state}
            changed={edition.changed || draft.savedSincePublished}
          />
          <span role="status" className="sm:ms-auto">
            {draft.isSaving
              ? words.saving
              : draft.isDirty
                ? words.unsaved
                : rich(words.savedAs, {
                    number: draft.number,
                    time: <LocalTime at={draft.savedAt} short />,
                  })}
          </span>
        </p>
        {problem && (
          <Alert tone="bad" urgent>
            {sentenceFor(problem)}
          </Alert>
        )}
        {conflict && <Conflict conflict={conflict} editionId={edition.editionId} saveOver={draft.saveOver} />}
        <div
          className="grid rounded-lg border border-line bg-sheet"
          dir={direction(edition.locale)}
          lang={edition.locale}
        >
          <Heading draft={draft} />
          <Body editor={body} locale={edition.locale} pictures={pictures} tell={tell} />
        </div>
      </div>
      <aside className="grid min-w-0 gap-4 lg:sticky lg:top-16" aria-label={words.about}>
        <PublishPanel draft={draft} edition={edition} mayPublish={props.mayPublish} />
        <Details draft={draft} edition={edition} mayPublish={props.mayPublish} />
        <p className="text-sm">
          <Link
            href={`/desk/chapters/${edition.editionId}/rankings`}
            className="underline decoration-rubric underline-offset-4"
          >
            {words.places}
          </Link>{' '}
          <span className="text-soft">({amount(locale, edition.rankings)})</span>
        </p>
      </aside>
    </div>
  )
}
