import { sheetFile } from '@/components/desk/statistics/sheet-file'
import { sheetCalled } from '@/components/desk/statistics/sheets'
import { done } from '@/lib/kernel/result'
import { statistics } from '@/lib/moderation/statistics/queries'
import { readSheet } from '@/lib/moderation/statistics/schema'
import { acting } from '../../../../acting'
import { csvAnswer, fileRefused } from '../../../../csv-answer'
import { speakingTo } from '../../../../speaking'

/** A table of the statistics at the same address as a file; of those that are not named, the first. */
export async function GET(request: Request) {
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const name = readSheet(asked) ?? 'days'
  const outcome = await acting(async (actor) => {
    const shown = await statistics(actor, asked)
    const { locale } = await speakingTo(actor)
    return done(sheetFile(locale, sheetCalled(name, { locale, statistics: shown, isHalfHour: false })))
  })
  return outcome.ok ? csvAnswer(`statistics-${name}`, outcome.value) : fileRefused(outcome)
}
