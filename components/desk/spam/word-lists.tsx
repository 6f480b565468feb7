import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { FindField } from '@/components/ui/find-field'
import { LocalTime } from '@/components/ui/local-time'
import type { ListedWord, WordLinesShown } from '@/lib/moderation/words/queries'
import { isolated } from '@/lib/i18n/isolated'
import { NewWordForm, type NewWordAction } from './new-word-form'

interface WordListsProps {
  shown: WordLinesShown
  add: NewWordAction
  remove: (form: FormData) => Promise<void>
}

const about = {
  disallowed: { title: 'Disallowed', hint: 'go to the trash at once, and Akismet is not asked' },
  moderation: { title: 'Moderation', hint: 'wait for an editor, whatever else is decided' },
}

const kinds: Record<ListedWord['kind'], string> = {
  words: 'words',
  within: 'anywhere',
  symbols: 'symbols',
  email: 'e-mail',
  host: 'host',
  address: 'address',
  agent: 'browser',
  broken: 'cannot be read',
}

export function WordLists({ shown, add, remove }: WordListsProps) {
  return (
    <div className="grid gap-6">
      <header className="grid gap-1">
        <Link href="/desk/spam" className="text-sm text-soft hover:text-ink">
          Spam
        </Link>
        <h1 className="font-serif text-2xl font-semibold">Word lists</h1>
        <p className="max-w-2xl text-sm text-soft">
          A word stands for itself, not for a part of a longer one: “press” leaves WordPress alone. Case,
          accents, full width, invisible characters and look-alike letters make no difference. In Japanese,
          Chinese, Korean and Thai a line is looked for anywhere; so are emoji and symbols, such as{' '}
          <code>$$$</code>. Other lines: a phrase, <code>casino*</code>, <code>name@example.org</code> or{' '}
          <code>@example.org</code>, <code>example.org</code> with all below it, <code>192.0.2.0/24</code>,{' '}
          <code>agent: name</code>.
        </p>
      </header>
      <NewWordForm action={add} />
      <FindField
        name="find"
        label="Find a line"
        hint="What stands in it, or a part of that."
        found={shown.found ?? ''}
      />
      {shown.lists.map(({ list, words, count }) => (
        <section key={list} aria-labelledby={list} className="grid gap-2">
          <h2 id={list} className="text-sm font-semibold">
            {about[list].title}{' '}
            <span className="font-normal text-soft">– comments with one of these {about[list].hint}</span>
          </h2>
          {words.length === 0 && (
            <p className="text-sm text-soft">{shown.found ? 'No line fits.' : 'The list is empty.'}</p>
          )}
          {words.length > 0 && <List words={words} remove={remove} />}
          {count > words.length && (
            <p className="text-[0.8125rem] text-soft">
              These are the newest {words.length} of {count}. Find another above.
            </p>
          )}
        </section>
      ))}
    </div>
  )
}

function List({ words, remove }: { words: ListedWord[]; remove: WordListsProps['remove'] }) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-sheet">
      {words.map(({ id, line, kind, hits, lastHitAt, expiresAt, isExpired, note, by }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 text-sm">
          <bdi className="font-medium [overflow-wrap:anywhere]">{line}</bdi>
          <Badge>{kinds[kind]}</Badge>
          {isExpired && <Badge tone="warn">expired</Badge>}
          <span className="text-[0.8125rem] text-soft sm:ms-auto">
            {hits === 1 ? 'one hit' : `${hits} hits`}
            {lastHitAt && (
              <>
                , the last <LocalTime at={lastHitAt} short />
              </>
            )}
            {expiresAt && !isExpired && (
              <>
                {' '}
                · until <LocalTime at={expiresAt} />
              </>
            )}
            {note && (
              <>
                {' '}
                · <bdi>{note}</bdi>
              </>
            )}
            {by && (
              <>
                {' '}
                · <bdi>{by}</bdi>
              </>
            )}
          </span>
          <form action={remove}>
            <input type="hidden" name="id" value={id} />
            <Button type="submit" size="small" tone="danger" aria-label={`Remove ${isolated('en', line)}`}>
              Remove
            </Button>
          </form>
        </li>
      ))}
    </ul>
  )
}
