import type { Metadata } from 'next'
import { StatisticsPage } from '@/components/desk/statistics/statistics-page'
import { isHalfHourZone } from '@/lib/i18n/time/moment-in'
import { statistics } from '@/lib/moderation/statistics/queries'
import { staffOrSignIn } from '../../../acting'
import { requestTime, speakingTo, titled } from '../../../speaking'

export async function generateMetadata(): Promise<Metadata> {
  const actor = await staffOrSignIn('read statistics')
  return titled(actor, (words) => words.statistics.title)
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function Statistics({ searchParams }: Props) {
  const actor = await staffOrSignIn('read statistics')
  const now = new Date(requestTime())
  const [shown, { locale }] = await Promise.all([
    statistics(actor, await searchParams, now),
    speakingTo(actor),
  ])
  return <StatisticsPage locale={locale} statistics={shown} isHalfHour={isHalfHourZone(actor.zone, now)} />
}
