import type { Metadata } from 'next'
import { AuditPage } from '@/components/desk/audit/audit-page'
import { auditPage, auditPeople } from '@/lib/people/audit/queries'
import { staffOrSignIn } from '../../../acting'
import { speakingTo, titled } from '../../../speaking'

export async function generateMetadata(): Promise<Metadata> {
  const actor = await staffOrSignIn('read the audit')
  return titled(actor, ({ audit }) => audit.title)
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function Audit({ searchParams }: Props) {
  const actor = await staffOrSignIn('read the audit')
  const [page, people, { locale }] = await Promise.all([
    auditPage(actor, await searchParams),
    auditPeople(actor),
    speakingTo(actor),
  ])
  return <AuditPage locale={locale} page={page} people={people} />
}
