import type { Metadata } from 'next'
import { GiveWords } from '@/components/desk/language/words'
import { RulesPage } from '@/components/desk/rules/rules-page'
import { rulesPage } from '@/lib/moderation/rules/queries'
import { staffOrSignIn } from '../../../acting'
import { speakingTo, titled } from '../../../speaking'
import { endRuleAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const actor = await staffOrSignIn('moderate comments')
  return titled(actor, ({ rules }) => rules.title)
}

interface Props {
  searchParams: Promise<Record<string, unknown>>
}

export default async function StandingRulesPage({ searchParams }: Props) {
  const actor = await staffOrSignIn('moderate comments')
  const asked = await searchParams
  const [page, { locale, words }] = await Promise.all([rulesPage(actor, asked), speakingTo(actor)])
  return (
    <GiveWords words={{ rules: words.rules, problems: words.problems }}>
      <RulesPage locale={locale} page={page} isMade={asked.made === 'yes'} end={endRuleAction} />
    </GiveWords>
  )
}
