import type { Metadata } from 'next'
import { PowersPage } from '@/components/desk/people/powers-page'
import { staffOrSignIn } from '../../../../acting'
import { speakingTo, titled } from '../../../../speaking'

export async function generateMetadata(): Promise<Metadata> {
  const actor = await staffOrSignIn('manage people')
  return titled(actor, ({ powers }) => powers.title)
}

/** The policy as it is in force: it has no other source than the guards have. */
export default async function Powers() {
  const actor = await staffOrSignIn('manage people')
  const { locale } = await speakingTo(actor)
  return <PowersPage locale={locale} />
}
