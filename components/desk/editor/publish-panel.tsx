import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/field'
import { LocalTime } from '@/components/ui/local-time'
import type { Edition } from './types'
import type { DraftState } from './use-draft'
import { useLanguage } from '@/components/ui/language'
import { momentIn } from '@/lib/i18n/time/moment-in'
import { chapterPath } from '@/lib/i18n/paths'
import { useWords } from '../language/words'

interface PublishPanelProps {
  draft: DraftState
  edition: Edition
  mayPublish: boolean
}

/** Save, look, publish: the buttons in the order in which they are needed. */
export function PublishPanel({ draft, edition, mayPublish }: PublishPanelProps) {
  const { words: editor, rich } = useWords('editor')
  const words = editor.publish
  const { isBusy, isDirty, save, publish, withdraw, notice, revisionId } = draft
  const { state, publishAt, editionId } = edition
  const isOut = state === 'published' || state === 'scheduled'

  // The tab is opened by the click itself, else browsers take it for a pop-up; it gets its address after the save.
  async function preview() {
    const tab = window.open('', '_blank')
    const revision = isDirty ? await save() : revisionId
    if (!revision) return tab?.close()
    const address = `/desk/chapters/${editionId}/preview?revision=${revision}`
    if (tab) tab.location.href = address
    else window.location.href = address
  }

  return (
    <section
      className="grid min-w-0 gap-3 rounded-lg border border-line bg-sheet p-4"
      aria-label={words.title}
    >
      {/* Always at hand: on a small screen at its foot. */}
      <div className="grid grid-cols-2 gap-2 max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:z-30 max-lg:border-t max-lg:border-line max-lg:bg-paper max-lg:p-3">
        <Button disabled={isBusy} onClick={() => void save()}>
          {words.save}
        </Button>
        <Button disabled={isBusy} onClick={() => void preview()}>
          {words.preview}
        </Button>
      </div>
      {mayPublish ? (
        <>
          <Button tone="main" disabled={isBusy} onClick={() => void publish()}>
            {words.now}
          </Button>
          {state !== 'published' && <Schedule isBusy={isBusy} publish={publish} />}
          {(isOut || (state === 'withdrawn' && !edition.gone)) && (
            <Withdraw isBusy={isBusy} withdraw={withdraw} wasPublic={state !== 'scheduled'} isOut={isOut} />
          )}
        </>
      ) : (
        <p className="text-[0.8125rem] text-soft">{words.byAdmin}</p>
      )}
      <p role="status" className="text-[0.8125rem] text-soft empty:hidden">
        {notice && words[notice]}
        {isOut && publishAt && (
          <>
            {notice && ' '}
            {rich(state === 'scheduled' ? words.scheduledFor : words.published, {
              time: <LocalTime at={publishAt} />,
            })}
          </>
        )}
        {edition.gone && ` ${words.gone}`}
        {state === 'published' && (
          <>
            {' '}
            <a
              href={chapterPath(edition.locale, edition.slug)}
              className="underline decoration-rubric underline-offset-4"
            >
              {words.see}
            </a>
          </>
        )}
      </p>
    </section>
  )
}

function Schedule({ isBusy, publish }: { isBusy: boolean; publish: (at?: Date) => Promise<void> }) {
  const [time, setTime] = useState('')
  const { words: editor, rich } = useWords('editor')
  const words = editor.publish
  const { zone } = useLanguage()
  const moment = momentIn(zone ?? 'UTC', time)
  return (
    <div className="grid gap-1.5">
      <label htmlFor="publish-at" className="text-sm font-medium">
        {words.at}
      </label>
      <div className="grid gap-2">
        <Input
          id="publish-at"
          type="datetime-local"
          value={time}
          onChange={(event) => setTime(event.target.value)}
          aria-describedby="publish-at-hint"
        />
        <Button disabled={isBusy || !moment} onClick={() => void publish(moment)}>
          {words.schedule}
        </Button>
      </div>
      <p id="publish-at-hint" className="text-[0.8125rem] text-soft">
        {zone === undefined ? words.inUtc : rich(words.inZone, { zone: <bdi>{zone}</bdi> })}
      </p>
    </div>
  )
}

interface WithdrawProps {
  isBusy: boolean
  withdraw: (how: { forGood: boolean }) => Promise<void>
  /** Do readers see it, or will they? Else it is withdrawn, and may be so for good. */
  isOut: boolean
  wasPublic: boolean
}

function Withdraw({ isBusy, withdraw, isOut, wasPublic }: WithdrawProps) {
  const [asked, ask] = useState<'withdraw' | 'for good'>()
  const words = useWords('editor').words.withdraw
  if (!asked) {
    return (
      <div className="grid gap-2">
        {isOut && (
          <Button tone="danger" disabled={isBusy} onClick={() => ask('withdraw')}>
            {words.button}
          </Button>
        )}
        {wasPublic && (
          <Button tone="danger" disabled={isBusy} onClick={() => ask('for good')}>
            {words.forGood}
          </Button>
        )}
      </div>
    )
  }
  const forGood = asked === 'for good'
  return (
    <div
      className="grid gap-2 rounded-md bg-bad-tint p-3 text-sm"
      role="group"
      aria-label={forGood ? words.askForGood : words.ask}
    >
      <p>
        {isOut ? words.what : words.whatAlready} {forGood && words.forGoodHint} {words.kept}
      </p>
      <div className="flex gap-2">
        <Button
          tone="danger"
          size="small"
          disabled={isBusy}
          autoFocus
          onClick={() => void withdraw({ forGood }).then(() => ask(undefined))}
        >
          {forGood ? words.yesForGood : words.yes}
        </Button>
        <Button size="small" onClick={() => ask(undefined)}>
          {words.keep}
        </Button>
      </div>
    </div>
  )
}
