import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { LocalTime } from '@/components/ui/local-time'
import { FindField } from '@/components/ui/find-field'
import type { ListedWord, WordLinesShown } from '@/lib/moderation/words/queries'
import { rich } from '@/components/ui/rich'
import { deskWords } from '@/lib/i18n/desk-words'
import type { Locale } from '@/lib/i18n/locales'
import { say } from '@/lib/i18n/say'
import { NewWordForm, type NewWordAction } from './new-word-form'

interface WordListsProps {
  locale: Locale
  shown: WordLinesShown
  add: NewWordAction
  remove: (form: FormData) => Promise<void>
}

const hints = { disallowed: 'disallowedHint', moderation: 'moderationHint' } as const

export function WordLists({ locale, shown, add, remove }: WordListsProps) {
  const { spam, frame } = deskWords(locale)
  const said = spam.words
  return (
    <div className="grid gap-6">
      <header className="grid gap-1">
        <Link href="/desk/spam" className="text-sm text-soft hover:text-ink">
          {spam.title}
        </Link>
        <h1 className="font-serif text-2xl font-semibold">{said.title}</h1>
        <p className="max-w-2xl text-sm text-soft">
          {rich(locale, said.intro, { code: (inside) => <code dir="ltr">{inside}</code> })}
        </p>
      </header>
      <NewWordForm action={add} />
      <FindField
        name="find"
        label={said.find}
        button={frame.find}
        hint={said.findHint}
        found={shown.found ?? ''}
      />
      {shown.lists.map(({ list, words, count }) => (
        <section key={list} aria-labelledby={list} className="grid gap-2">
          <h2 id={list} className="text-sm font-semibold">
            {said[list]} <span className="font-normal text-soft">{said[hints[list]]}</span>
          </h2>
          {words.length === 0 && (
            <p className="text-sm text-soft">{shown.found ? said.noLineFits : said.empty}</p>
          )}
          {words.length > 0 && <List locale={locale} words={words} remove={remove} />}
          {count > words.length && (
            <p className="text-[0.8125rem] text-soft">
              {say(locale, said.newestOf, { shown: words.length, count })}
            </p>
          )}
        </section>
      ))}
    </div>
  )
}

function List({
  locale,
  words,
  remove,
}: Pick<WordListsProps, 'locale' | 'remove'> & { words: ListedWord[] }) {
  const { words: said } = deskWords(locale).spam
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-sheet">
      {words.map(({ id, line, kind, hits, lastHitAt, expiresAt, isExpired, note, by }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 text-sm">
          <bdi className="font-medium [overflow-wrap:anywhere]">{line}</bdi>
          <Badge>{said.kinds[kind]}</Badge>
          {isExpired && <Badge tone="warn">{said.expired}</Badge>}
          <span className="text-[0.8125rem] text-soft sm:ms-auto">
            {lastHitAt
              ? rich(locale, said.hitsLast, { count: hits, time: <LocalTime at={lastHitAt} short /> })
              : say(locale, said.hits, { count: hits })}
            {expiresAt && !isExpired && (
              <> · {rich(locale, said.until, { time: <LocalTime at={expiresAt} /> })}</>
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
            <Button
              type="submit"
              size="small"
              tone="danger"
              aria-label={say(locale, said.removeLine, { line })}
            >
              {said.remove}
            </Button>
          </form>
        </li>
      ))}
    </ul>
  )
}
