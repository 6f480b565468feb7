import { deskWords } from '@/lib/i18n/desk-words'
import type { Locale } from '@/lib/i18n/locales'
import { say } from '@/lib/i18n/say'
import { BackToSignIn, Command } from './no-mail'

/** What is said of passwords where a provider is the way in, and how to come back in when it is out of reach. */
export function WithoutPasswords({ locale, name }: { locale: Locale; name: string }) {
  const { provider, account } = deskWords(locale)
  return (
    <div className="grid gap-3 text-sm">
      <p>{say(locale, provider.off, { name })}</p>
      <p>{say(locale, provider.offMachine, { name })}</p>
      <Command text={account.forgot.noMailCommand} />
      <BackToSignIn />
    </div>
  )
}
