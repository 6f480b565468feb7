import Link from 'next/link'
import { buttonLook } from '@/components/ui/button'
import { LocalTime } from '@/components/ui/local-time'
import { Panel } from '@/components/ui/panel'
import { deskLocale } from '@/lib/i18n/desk-words'
import { ruleName } from '@/lib/i18n/statements/words'
import type { recheckProgress } from '@/lib/moderation/screening/recheck-commands'
import type { Totals } from '@/lib/spam/learning/bayes'
import type { spamAccount } from '@/lib/spam/queries'
import { SpamCheck, type Checking } from './spam-check'
import { Account } from './account'
import { OneButton, type ButtonAction } from './one-button'

interface SpamPageProps {
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
  checking,
  account,
  progress,
  learned,
  words,
  rules,
  checkAll,
  review,
}: SpamPageProps) {
  return (
    <div className="grid gap-4">
      <header className="flex flex-wrap items-end justify-between gap-3">
        <h1 className="font-serif text-2xl font-semibold">Spam</h1>
        <Link href="/desk/spam/words" className={buttonLook()}>
          Word lists
        </Link>
      </header>
      <div className="grid gap-4 md:grid-cols-2">
        <Panel title="What waits for its check">
          <SpamCheck checking={checking} />
          <OneButton action={checkAll} name="Check everything pending again" said="They are being checked." />
          {progress && (
            <p className="text-[0.8125rem] text-soft tabular-nums">
              <progress
                className="me-2 w-32 accent-rubric"
                max={Math.max(1, progress.total)}
                value={progress.done}
              >
                {progress.done}
              </progress>
              {progress.done} of {progress.total} checked again, {progress.spam} of them spam (
              <LocalTime at={progress.at} short /> by {progress.by})
            </p>
          )}
        </Panel>
        <Panel title="Akismet">
          <Account account={account} isAsked={checking.checker === 'akismet'} />
          {checking.checker === 'akismet' && (
            <OneButton
              action={review}
              name="Ask Akismet now"
              said="Asked. Load the page again in a moment."
            />
          )}
        </Panel>
        <Panel title="The learning filter">
          <p className="text-[0.8125rem] text-soft">
            It has learnt from {learned.spam} spam and {learned.ham} approved comments.{' '}
            {learned.isReady
              ? checking.checker === 'akismet'
                ? 'It is a second opinion: it makes a comment wait that Akismet would let pass.'
                : 'No Akismet key is set, so it has a say of its own.'
              : `It says nothing before it knows ${learned.needed} of each.`}{' '}
            It learns from your decisions alone, and never publishes anything.
          </p>
        </Panel>
        <Panel title="The rules, in their order">
          <ol className="list-decimal ps-5 text-[0.8125rem] text-soft">
            {rules.map((rule) => (
              <li key={rule}>{ruleName(deskLocale, rule)}</li>
            ))}
          </ol>
          <p className="text-[0.8125rem] text-soft">
            {words.disallowed} disallowed words and {words.moderation} moderation words are in force.
          </p>
        </Panel>
      </div>
    </div>
  )
}
