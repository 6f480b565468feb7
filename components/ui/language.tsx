'use client'

import { createContext, useContext, type ReactNode } from 'react'
import type { Clock } from '@/lib/i18n/time/local-time'

/** How the page speaks: in which language, and by which clocks. */
export interface Language extends Clock {
  /** The day on which the page was made, as those clocks had it. */
  day: string
}

const Spoken = createContext<Language | undefined>(undefined)

export const InLanguage = ({ children, ...language }: Language & { children: ReactNode }) => (
  <Spoken value={language}>{children}</Spoken>
)

export function useLanguage(): Language {
  const language = useContext(Spoken)
  if (!language) throw new Error('nobody has said in which language this is (<InLanguage>)')
  return language
}
