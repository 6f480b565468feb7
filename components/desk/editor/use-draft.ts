import type { Editor } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { MAX_DOCUMENT_BYTES } from '@/lib/chapters/rules'
import type { Edition, EditorProps, Fields, PublishOutcome, SavedMeanwhile, SaveOutcome } from './types'

const fieldsOf = (edition: Edition): Fields => ({
  title: edition.title,
  summary: edition.summary,
  slug: edition.slug,
  tags: edition.tags.join(', '),
  originalDate: edition.originalDate ? new Date(edition.originalDate).toISOString().slice(0, 10) : '',
  source: edition.source ?? '',
  translator: edition.translator ?? '',
})

/** What has been done last. */
type Notice = 'willAppear' | 'isSeen' | 'isWithdrawn' | 'isGone'

/** What is being written, what of it is kept, and the ways to keep, show and withdraw it. */
export function useDraft({ edition, actions }: EditorProps, body: Editor | null) {
  const [fields, setFields] = useState(() => fieldsOf(edition))
  const [isDirty, setDirty] = useState(false)
  const [busy, setBusy] = useState<'saving' | 'publishing' | undefined>()
  const [kept, setKept] = useState({ id: edition.revisionId, number: edition.revision, at: edition.savedAt })
  const [problem, setProblem] = useState<string>()
  const [problems, setProblems] = useState<Record<string, string>>({})
  const [conflict, setConflict] = useState<SavedMeanwhile>()
  const [notice, setNotice] = useState<Notice>()

  useEffect(() => {
    const write = () => setDirty(true)
    body?.on('update', write)
    return () => void body?.off('update', write)
  }, [body])

  const change = (name: keyof Fields) => (event: { target: { value: string } }) => {
    setFields((before) => ({ ...before, [name]: event.target.value }))
    setDirty(true)
  }

  /** Answers the revision that now holds what is on the screen, or nothing when it could not be kept. */
  async function save(basedOn = kept.id): Promise<string | undefined> {
    if (!body || busy === 'saving') return undefined
    const words = plain(body.getJSON())
    // What is far too long would not even reach the command that says so.
    if (bytesOf(words) > MAX_DOCUMENT_BYTES) return void tell({ ok: false, refusal: 'document-too-large' })
    setBusy('saving')
    const { tags, ...rest } = fields
    const input = { ...rest, tags: split(tags), editionId: edition.editionId, basedOn, doc: words }
    const outcome = await safely(() => actions.saveDraft(input))
    setBusy(undefined)
    tell(outcome)
    if (!outcome.ok) return undefined
    const { revisionId, number, at, slug } = outcome.value
    setKept({ id: revisionId, number, at })
    setFields((now) => ({ ...now, slug }))
    // What was typed while the request was under way is not kept yet.
    setDirty(JSON.stringify(body.getJSON()) !== JSON.stringify(words))
    return revisionId
  }

  function tell(outcome: SaveOutcome | PublishOutcome) {
    const meanwhile = !outcome.ok && 'newest' in outcome ? outcome : undefined
    setConflict(meanwhile)
    setProblem(outcome.ok || meanwhile ? undefined : outcome.refusal)
    setProblems(!outcome.ok && 'problems' in outcome ? (outcome.problems ?? {}) : {})
    setNotice(undefined)
  }

  async function publish(at?: Date) {
    const revisionId = isDirty ? await save() : kept.id
    if (!revisionId) return
    setBusy('publishing')
    const outcome = await safely(() =>
      actions.publish({ editionId: edition.editionId, revisionId, at: at?.toISOString() }),
    )
    setBusy(undefined)
    tell(outcome)
    if (outcome.ok) setNotice(outcome.value.state === 'scheduled' ? 'willAppear' : 'isSeen')
  }

  async function withdraw({ forGood }: { forGood: boolean }) {
    setBusy('publishing')
    const outcome = await safely(() => actions.withdraw({ editionId: edition.editionId, forGood }))
    setBusy(undefined)
    tell(outcome)
    if (outcome.ok) setNotice(forGood ? 'isGone' : 'isWithdrawn')
  }

  return {
    fields,
    change,
    problems,
    problem,
    conflict,
    notice,
    isDirty,
    save,
    publish,
    withdraw,
    saveOver: () => conflict && void save(conflict.newest),
    isSaving: busy === 'saving',
    isBusy: busy !== undefined || !body,
    revisionId: kept.id,
    number: kept.number,
    savedAt: kept.at,
    savedSincePublished: edition.state !== 'draft' && kept.id !== edition.revisionId,
  }
}
export type DraftState = ReturnType<typeof useDraft>

const split = (tags: string) =>
  tags
    .split(/[,、،，\n]/)
    .map((tag) => tag.trim())
    .filter(Boolean)

const bytesOf = (doc: object) => new TextEncoder().encode(JSON.stringify(doc)).length

// ProseMirror's attributes are objects without a prototype, which a Server Action cannot carry.
const plain = (doc: object) => JSON.parse(JSON.stringify(doc)) as object

// The network or the server away: a refusal like any other, and the text stays on the screen. So it does when the
// session has run out, and the server reads no chapter of a stranger's (`lib/server/routes/desk/desk.ts`).
async function safely<Outcome extends { ok: boolean }>(ask: () => Promise<Outcome>) {
  try {
    return await ask()
  } catch (error) {
    const signedOut = error instanceof Error && error.message.trim() === 'not-signed-in'
    return { ok: false, refusal: signedOut ? 'not-signed-in' : 'unavailable' } as const
  }
}
