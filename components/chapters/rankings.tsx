import { Sentence } from '@/components/site/sentence'
import type { ChapterRanking, RankingInHistory } from '@/lib/chapters/reading/types'
import { countryName, day, digits } from '@/lib/i18n/formats'
import type { Locale } from '@/lib/i18n/locales'
import { chapterPath, rankingsPath } from '@/lib/i18n/paths'
import { say, words } from '@/lib/i18n/words'

/** The places a chapter took, each with its day and its source. */
export function ChapterRankings({ locale, rankings }: { locale: Locale; rankings: ChapterRanking[] }) {
  if (rankings.length === 0) return null
  const here = words(locale).reading.rankings
  return (
    <section className="rankings" aria-labelledby="rankings-title">
      <h2 id="rankings-title">{here.of}</h2>
      <ul>
        {rankings.map((ranking, place) => (
          <li key={place}>
            {sentence(locale, ranking)}, <AsOf locale={locale} ranking={ranking} />{' '}
            <Source locale={locale} ranking={ranking} />
          </li>
        ))}
      </ul>
      <p>
        <a href={rankingsPath(locale)}>{here.history}</a>
      </p>
    </section>
  )
}

/** All places of all chapters. */
export function RankingTable({ locale, rankings }: { locale: Locale; rankings: RankingInHistory[] }) {
  const here = words(locale).reading.rankings
  return (
    <table className="history">
      <thead>
        <tr>
          {[here.day, here.ranking, here.chapter].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rankings.map((ranking, place) => (
          <tr key={place}>
            <td>
              <time dateTime={isoDay(ranking)}>{day(locale, ranking.asOf)}</time>
            </td>
            <td>
              {sentence(locale, ranking)} <Source locale={locale} ranking={ranking} />
            </td>
            <td>
              <a href={chapterPath(locale, ranking.slug)}>
                <bdi>{ranking.title}</bdi>
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Source = ({ locale, ranking }: { locale: Locale; ranking: ChapterRanking }) => (
  <a href={ranking.sourceUrl} rel="nofollow noopener" title={new URL(ranking.sourceUrl).host}>
    {words(locale).reading.rankings.source}
  </a>
)

const AsOf = ({ locale, ranking }: { locale: Locale; ranking: ChapterRanking }) => (
  <Sentence text={words(locale).reading.rankings.asOf} name="date">
    <time dateTime={isoDay(ranking)}>{day(locale, ranking.asOf)}</time>
  </Sentence>
)

const isoDay = ({ asOf }: ChapterRanking) => asOf.toISOString().slice(0, 10)

function sentence(locale: Locale, { kind, subject, place, country, service }: ChapterRanking) {
  const here = words(locale).reading.rankings
  return say(locale, here[country ? (`${kind}In` as const) : kind], {
    service,
    place: say(locale, here.place, { place: digits(locale, place) }),
    subject: kind === 'hashtag' ? `#${subject}` : subject,
    country: country ? countryName(locale, country) : '',
  })
}
