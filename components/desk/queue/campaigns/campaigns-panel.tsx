import Link from 'next/link'
import { buttonLook } from '@/components/ui/button'
import { rich } from '@/components/ui/rich'
import { deskWords } from '@/lib/i18n/desk-words'
import type { Locale } from '@/lib/i18n/locales'
import { say } from '@/lib/i18n/say'
import type { Campaign } from '@/lib/moderation/campaigns/rules'
import { nameOf } from '../../language/name-of'
import { addressOf, pageSizes, wholeViewAddress } from '../view-address'

interface CampaignsPanelProps {
  locale: Locale
  /** How many comments were looked at. */
  looked: number
  found: Campaign[]
}

/** What seems to have been sent in bulk: each group with some of it, and the way to decide about all of it. */
export function CampaignsPanel({ locale, looked, found }: CampaignsPanelProps) {
  const words = deskWords(locale).views.campaigns
  return (
    <div className="grid gap-4">
      <header className="grid gap-1">
        <Link href="/desk/queue" className="text-sm text-soft hover:text-ink">
          {words.back}
        </Link>
        <h1 className="font-serif text-2xl font-semibold">{words.title}</h1>
        <p className="text-[0.8125rem] text-soft">{say(locale, words.about, { looked })}</p>
      </header>
      {found.length === 0 && (
        <p className="rounded-lg border border-dashed border-line px-4 py-12 text-center text-soft">
          {words.nothing}
        </p>
      )}
      {found.map((campaign) => (
        <CampaignCard key={campaign.samples[0]!.id} locale={locale} campaign={campaign} />
      ))}
    </div>
  )
}

function CampaignCard({ locale, campaign }: { locale: Locale; campaign: Campaign }) {
  const { views, frame } = deskWords(locale)
  const { host, count, samples, filters } = campaign
  const view = { status: 'pending', filters, show: pageSizes[0] } as const
  const id = `campaign-${samples[0]!.id}`
  return (
    <section aria-labelledby={id} className="grid gap-3 rounded-lg border border-line bg-sheet p-4">
      <h2 id={id} className="text-sm font-semibold [overflow-wrap:anywhere]">
        {host
          ? rich(locale, views.campaigns.byHost, { count, host: <bdi>{host}</bdi> })
          : say(locale, views.campaigns.byShape, { count })}
      </h2>
      <ul className="grid gap-2 text-[0.8125rem]">
        {samples.map(({ id: commentId, name, text }) => (
          <li key={commentId} className="grid gap-0.5 border-s-2 border-line ps-3">
            <span className="font-medium">
              <bdi>{nameOf(frame, name)}</bdi>
            </span>
            <span dir="auto" className="line-clamp-2 text-start text-soft [overflow-wrap:anywhere]">
              {text.slice(0, longestShown)}
            </span>
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap gap-2">
        <Link href={addressOf(view)} className={buttonLook({ size: 'small' })}>
          {views.campaigns.open}
        </Link>
        <Link href={wholeViewAddress(view)} className={buttonLook({ size: 'small' })}>
          {views.campaigns.decide}
        </Link>
      </p>
    </section>
  )
}

// More than two lines hold.
const longestShown = 400
