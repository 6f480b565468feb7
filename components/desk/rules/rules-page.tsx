import Link from 'next/link'
import { buttonLook } from '@/components/ui/button'
import { Input, described } from '@/components/ui/field'
import { deskWords } from '@/lib/i18n/desk-words'
import type { Locale } from '@/lib/i18n/locales'
import type { RulesPage as Page } from '@/lib/moderation/rules/queries'
import { ruleStates } from '@/lib/moderation/rules/schema'
import { rulesAddress } from './addresses'
import type { EndAction } from './outcome'
import { RulesList } from './rules-list'

interface RulesPageProps {
  locale: Locale
  page: Page
  /** One has just been made. */
  isMade: boolean
  end: EndAction
}

/** The standing rules: those in force, or those that are over, a page at a time. */
export function RulesPage({ locale, page, isMade, end }: RulesPageProps) {
  const { rules: words, frame } = deskWords(locale)
  const { state, find, rules, isFurther, next } = page
  const nothing = find ? words.noneFound : words.none[state]
  return (
    <div className="grid gap-5">
      <header className="flex flex-wrap items-end justify-between gap-3">
        <div className="grid gap-1">
          <h1 className="font-serif text-2xl font-semibold">{words.title}</h1>
          <p className="max-w-prose text-sm text-soft">{words.intro}</p>
        </div>
        <Link href="/desk/rules/new" className={buttonLook({ tone: 'main' })}>
          {words.new}
        </Link>
      </header>
      {isMade && (
        <p role="status" className="rounded-md border border-line bg-good-tint px-3 py-2 text-sm">
          {words.madeNow}
        </p>
      )}
      <nav aria-label={words.which} className="flex flex-wrap gap-2">
        {ruleStates.map((one) => (
          <Link
            key={one}
            href={rulesAddress({ state: one, find })}
            aria-current={one === state ? 'page' : undefined}
            className={buttonLook({ tone: one === state ? 'main' : 'plain', size: 'small' })}
          >
            {words.states[one]}
          </Link>
        ))}
      </nav>
      <Find locale={locale} page={page} />
      {rules.length === 0 && <p className="text-soft">{nothing}</p>}
      <RulesList rules={rules} isOver={state === 'ended'} end={end} />
      {(isFurther || next) && (
        <nav aria-label={frame.pages} className="flex flex-wrap gap-2">
          {isFurther && (
            <Link className={buttonLook()} href={rulesAddress(page)}>
              {frame.firstPage}
            </Link>
          )}
          {next && (
            <Link className={buttonLook()} href={rulesAddress(page, next)}>
              {frame.nextPage}
            </Link>
          )}
        </nav>
      )}
    </div>
  )
}

// Asks for an address, before any script does.
function Find({ locale, page: { state, find } }: { locale: Locale; page: Page }) {
  const { rules: words, frame } = deskWords(locale)
  return (
    <form action="/desk/rules" role="search" className="grid gap-1.5">
      {state === 'ended' && <input type="hidden" name="state" value={state} />}
      <label htmlFor="find" className="text-sm font-medium">
        {words.find}
      </label>
      <div className="flex gap-3">
        <Input
          {...described('find', undefined, true)}
          name="find"
          type="search"
          dir="auto"
          autoComplete="off"
          maxLength={300}
          defaultValue={find ?? ''}
        />
        <button className={buttonLook()}>{frame.find}</button>
      </div>
      <p id="find-hint" className="text-[0.8125rem] text-soft">
        {words.findHint}
      </p>
    </form>
  )
}
