import Link from 'next/link'
import { buttonLook } from '@/components/ui/button'
import { LocalTime } from '@/components/ui/local-time'
import { Panel } from '@/components/ui/panel'
import { rich } from '@/components/ui/rich'
import { deskWords } from '@/lib/i18n/desk-words'
import type { Locale } from '@/lib/i18n/locales'
import { amount } from '@/lib/i18n/formats'
import { say } from '@/lib/i18n/say'
import { checkerName, ruleName } from '@/lib/i18n/statements/words'
import type { recheckProgress } from '@/lib/moderation/screening/recheck-commands'
import type { Totals } from '@/lib/spam/learning/bayes'
import type { spamAccount } from '@/lib/spam/queries'
import { SpamCheck, type Checking } from './spam-check'
import { Account } from './account'
import { OneButton, type ButtonAction } from './one-button'

interface SpamPageProps {
  locale: Locale
  checking: Checking
  account: Awaited<ReturnType<typeof spamAccount>>
  progress: Awaited<ReturnType<typeof recheckProgress>>
  learned: Totals & { isReady: boolean; needed: number }
  words: { disallowed: number; moderation: number }
  rules: string[]
  checkAll: ButtonAction
  review: ButtonAction
}

export function SpamPage({
  locale,
  checking,
  account,
  progress,
  learned,
  words,
  rules,
  checkAll,
  review,
}: SpamPageProps) {
  const { spam: said } = deskWords(locale)
  return (
    <div className="grid gap-4">
      <header className="flex flex-wrap items-end justify-between gap-3">
        <h1 className="font-serif text-2xl font-semibold">{said.title}</h1>
        <Link href="/desk/spam/words" className={buttonLook()}>
          {said.words.title}
        </Link>
      </header>
      <div className="grid gap-4 md:grid-cols-2">
        <Panel title={said.waits}>
          <SpamCheck checking={checking} locale={locale} />
          <OneButton action={checkAll} name={said.checkAll} said={said.checkingAll} />
          {progress && (
            <p className="text-[0.8125rem] text-soft tabular-nums">
              <progress
                className="me-2 w-32 accent-rubric"
                max={Math.max(1, progress.total)}
                value={progress.done}
              >
                {amount(locale, progress.done)}
              </progress>
              {rich(locale, said.progress, {
                done: progress.done,
                total: progress.total,
                spam: progress.spam,
                time: <LocalTime at={progress.at} short />,
                name: <bdi>{progress.by}</bdi>,
              })}
            </p>
          )}
        </Panel>
        <Panel title={checkerName(locale, 'akismet')}>
          <Account locale={locale} account={account} isAsked={checking.checker === 'akismet'} />
          {checking.checker === 'akismet' && <OneButton action={review} name={said.ask} said={said.asked} />}
        </Panel>
        <Panel title={said.filter.title}>
          <p className="text-[0.8125rem] text-soft">
            {say(locale, said.filter.learnt, { spam: learned.spam, ham: learned.ham })}{' '}
            {learned.isReady
              ? checking.checker === 'akismet'
                ? said.filter.second
                : said.filter.own
              : say(locale, said.filter.silent, { needed: learned.needed })}{' '}
            {said.filter.alone}
          </p>
        </Panel>
        <Panel title={said.rules}>
          <ol className="list-decimal ps-5 text-[0.8125rem] text-soft">
            {rules.map((rule) => (
              <li key={rule}>{ruleName(locale, rule)}</li>
            ))}
          </ol>
          <p className="text-[0.8125rem] text-soft">{say(locale, said.inForce, words)}</p>
        </Panel>
      </div>
    </div>
  )
}
