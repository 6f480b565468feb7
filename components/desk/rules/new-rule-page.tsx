import Link from 'next/link'
import { deskWords } from '@/lib/i18n/desk-words'
import type { Locale } from '@/lib/i18n/locales'
import type { Mark, RulePreview as Preview } from '@/lib/moderation/rules/types'
import { ChooseMark, TypeMark } from './choose-mark'
import { NewRuleForm } from './new-rule-form'
import type { MakeAction } from './outcome'
import { RulePreview } from './rule-preview'

interface NewRulePageProps {
  locale: Locale
  /** The comment that the rule is made from, and what it offers; absent: what it is about is typed. */
  from?: { id: string; marks: Mark[] }
  /** The comment is gone. */
  isGone: boolean
  typed: { kind?: string; value?: string }
  problem?: string
  preview?: Preview
  make: MakeAction
}

/** "Always hold or refuse…": first what it is about, then what it would have caught, then the rule. */
export function NewRulePage({ locale, from, isGone, typed, problem, preview, make }: NewRulePageProps) {
  const { rules: words } = deskWords(locale)
  return (
    <div className="grid max-w-3xl gap-5">
      <header className="grid gap-1">
        <Link href="/desk/rules" className="text-sm text-soft hover:text-ink">
          {words.form.back}
        </Link>
        <h1 className="font-serif text-2xl font-semibold">{words.form.title}</h1>
        {from && (
          <Link href={`/desk/queue/${from.id}`} className="w-fit text-sm underline underline-offset-4">
            {words.form.comment}
          </Link>
        )}
      </header>
      {isGone && <p className="text-soft">{words.form.gone}</p>}
      {from ? (
        <ChooseMark locale={locale} from={from.id} marks={from.marks} chosen={preview} />
      ) : (
        <TypeMark locale={locale} typed={typed} problem={problem} />
      )}
      {preview && <RulePreview locale={locale} preview={preview} />}
      {preview && !preview.there && (
        <NewRuleForm key={`${preview.kind} ${preview.value}`} mark={preview} action={make} />
      )}
    </div>
  )
}
