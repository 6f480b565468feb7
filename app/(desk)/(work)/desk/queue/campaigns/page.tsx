import type { Metadata } from 'next'
import { CampaignsPanel } from '@/components/desk/queue/campaigns/campaigns-panel'
import { campaigns } from '@/lib/moderation/campaigns/queries'
import { staffOrSignIn } from '../../../../acting'
import { speakingTo, titled } from '../../../../speaking'

export async function generateMetadata(): Promise<Metadata> {
  const actor = await staffOrSignIn('moderate comments')
  return titled(actor, ({ views }) => views.campaigns.title)
}

export default async function CampaignsPage() {
  const actor = await staffOrSignIn('moderate comments')
  const [{ locale }, found] = await Promise.all([speakingTo(actor), campaigns(actor)])
  return <CampaignsPanel locale={locale} {...found} />
}
