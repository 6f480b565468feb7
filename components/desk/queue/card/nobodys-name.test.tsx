import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { deskWords } from '@/lib/i18n/desk-words'
import { words } from '@/lib/i18n/words'
import { nameOf } from '@/components/desk/language/name-of'
import { inLanguage } from '@/components/desk/testing/in-language'
import type { QueuedComment } from '@/lib/moderation/queue/queries'
import { WordPreviewPanel } from '@/components/desk/spam/word-preview'
import { Announcement } from '../announcement'
import { emptyOutbox } from '../outbox/outbox'
import { CommentCard } from './comment-card'
import { HistoryPanel } from '../one/history-panel'

const id = '019c1d2e-0000-7000-8000-000000000001'
const at = new Date('2026-01-02T03:04:00Z')
const queued: QueuedComment = {
  id,
  status: 'pending',
  name: '',
  email: '',
  url: null,
  text: 'Hello',
  seal: 'x',
  version: 'x',
  disguises: {},
  byStaff: false,
  answersDeleted: false,
  locale: 'ja',
  sentAt: at,
  parent: { name: '\u200b', text: 'First' },
  screening: [],
  chapter: { id, editionId: id, title: 'The lamp', locale: 'ja', slug: 'lamp', number: 1 },
}
const act = () => {}
const reply = async () => ({})
const card = { act, reply, decide: act, dismiss: act, choice: { isSelected: false, select: act } }
const outcome = { id, name: '', from: 'pending', nonce: 1 }

test.each([
  ['the queue', <CommentCard key="1" comment={queued} {...card} />, 3],
  [
    'what a button has done',
    <Announcement
      key="2"
      outcome={{ ...outcome, kind: 'moved', to: 'approved', undoes: false }}
      act={act}
      box={emptyOutbox}
      undo={act}
    />,
    1,
  ],
  [
    'a history',
    <HistoryPanel
      key="3"
      locale="en"
      history={{
        ...queued,
        happenings: [],
        screening: [],
        changed: undefined,
        traceUntil: at,
        lastEdit: undefined,
        lastMove: undefined,
      }}
      checkAgain={async () => ({ ok: true, nonce: 1 })}
      edit={reply}
      move={reply}
      card={null}
    >
      {null}
    </HistoryPanel>,
    1,
  ],
  [
    'what a word would have caught',
    <WordPreviewPanel
      key="4"
      preview={{
        line: 'x',
        kind: 'words',
        looked: 1,
        caught: 1,
        samples: [{ id, name: '', sentAt: at, field: 'text', excerpt: 'x' }],
      }}
    />,
    1,
  ],
])('%s calls nobody anonymous', (_, view, times) => {
  const out = renderToStaticMarkup(inLanguage('en', view))
  const seen = out.replace(/<input type="hidden"[^>]*>/g, '')
  expect(seen.split('Anonymous')).toHaveLength(times + 1)
  expect(seen).not.toMatch(/<bdi[^>]*><\/bdi>|<span><\/span>| to :| of was/)
})

test('as the readers’ pages do in English', () => {
  const { frame } = deskWords('en')
  expect(nameOf(frame, '')).toBe(words('en').comments.anonymous)
  expect(nameOf(frame, 'Ines')).toBe('Ines')
})
