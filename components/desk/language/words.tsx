'use client'

import { createContext, useContext, type ReactNode } from 'react'
import type { deskWords } from '@/lib/i18n/desk-words'
import { say } from '@/lib/i18n/say'
import { useLanguage } from '@/components/ui/language'
import { rich, type RichValues } from '@/components/ui/rich'
import { sentenceFor } from './sentence-for'

export type DeskWords = ReturnType<typeof deskWords>

const Given = createContext<Partial<DeskWords>>({})

/** Gives the words of some abilities, in one language, to what is drawn in the browser: those that a page needs, and no others. */
export function GiveWords({ words, children }: { words: Partial<DeskWords>; children: ReactNode }) {
  const outer = useContext(Given)
  return <Given value={{ ...outer, ...words }}>{children}</Given>
}

/** The words of an ability, and ways to fill them in. */
export function useWords<Ability extends keyof DeskWords>(ability: Ability) {
  const { locale } = useLanguage()
  const given = useContext(Given)
  return {
    locale,
    words: taken(given, ability),
    say: (message: string, values: Record<string, string | number>) => say(locale, message, values),
    rich: (message: string, values: RichValues) => rich(locale, message, values),
    /** The sentence for a refusal or a problem's code. */
    sentenceFor: (problem: string) => sentenceFor(locale, taken(given, 'problems'), problem),
  }
}

/** The same where a page may have been given them or not. */
export const useWordsIfGiven = <Ability extends keyof DeskWords>(ability: Ability) =>
  useContext(Given)[ability] as DeskWords[Ability] | undefined

function taken<Ability extends keyof DeskWords>(given: Partial<DeskWords>, ability: Ability) {
  const words = given[ability]
  if (!words) throw new Error(`the words of “${ability}” have not been given to this page (<GiveWords>)`)
  return words as DeskWords[Ability]
}
