import { deskWords } from '@/lib/i18n/desk-words'
import type { Locale } from '@/lib/i18n/locales'
import type { Happening } from '@/lib/moderation/decisions/history-queries'
import { wordsThatDiffer, type DiffPart } from '@/lib/moderation/edits/rules'
import { changedIn } from '@/lib/moderation/edits/schema'

type Edit = Extract<Happening, { kind: 'edit' }>

/** What an edit has changed: the words that are gone and those that are new, with a few around them. */
export function EditDiff({ locale, edit }: { locale: Locale; edit: Edit }) {
  const words = deskWords(locale).queue.changing.history
  const { before, after } = edit
  if (!before || !after) return <p className="basis-full text-soft">{words.forgotten}</p>
  return (
    <dl className="grid basis-full gap-1">
      {changedIn(before, after).map((name) => (
        <div key={name} className="grid gap-0.5">
          <dt className="text-soft">{words[name]}</dt>
          <dd>
            <div
              dir="auto"
              className="max-h-60 overflow-y-auto font-serif text-sm whitespace-pre-wrap [overflow-wrap:anywhere]"
              tabIndex={0}
              role="group"
              aria-label={words[name]}
            >
              {wordsThatDiffer(before[name] ?? '', after[name] ?? '').map((part, place) => (
                <Part key={place} part={part} words={words} />
              ))}
            </div>
          </dd>
        </div>
      ))}
    </dl>
  )
}

interface PartProps {
  part: DiffPart
  words: { removed: string; added: string }
}

function Part({ part: { kind, text }, words }: PartProps) {
  if (kind === 'same') return <span className="text-soft">{shortened(text)}</span>
  if (kind === 'gone')
    return (
      <del className="bg-bad-tint">
        <span className="sr-only">{words.removed} </span>
        {text}
      </del>
    )
  return (
    <ins className="bg-good-tint">
      <span className="sr-only">{words.added} </span>
      {text}
    </ins>
  )
}

// Enough to see where it is.
const around = 60

/** Of what has stayed, what is beside a change. */
function shortened(text: string): string {
  const characters = [...text]
  if (characters.length <= 2 * around + 1) return text
  return `${characters.slice(0, around).join('')} … ${characters.slice(-around).join('')}`
}
