import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { deskWords } from '@/lib/i18n/desk-words'
import type { Locale } from '@/lib/i18n/locales'
import { say } from '@/lib/i18n/say'
import type { ProviderRefusal } from '@/lib/people/provider/rules'

interface ProviderSignInProps {
  locale: Locale
  /** What the provider is called. */
  name: string
  /** Why whoever comes back from there is not in. */
  refusal?: ProviderRefusal
  /** Somebody who is in shows once more who they are. */
  isAgain: boolean
  /** Is it the only way in? */
  isAlone: boolean
}

/** The way to a provider of OpenID Connect, by a form that needs no scripts. */
export function ProviderSignIn({ locale, name, refusal, isAgain, isAlone }: ProviderSignInProps) {
  const words = deskWords(locale).provider
  return (
    <form method="post" action={`/api/auth/begin${isAgain ? '?again' : ''}`} className="grid gap-4">
      {refusal && (
        <Alert tone="bad" urgent>
          {say(locale, words.refusals[refusal], { name })}
        </Alert>
      )}
      <Button type="submit" tone={isAlone ? 'main' : 'plain'} className="min-h-11 whitespace-normal">
        {say(locale, words.title, { name })}
      </Button>
    </form>
  )
}
