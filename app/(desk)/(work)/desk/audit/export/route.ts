import { auditFile } from '@/components/desk/audit/audit-file'
import { done } from '@/lib/kernel/result'
import { auditPortions } from '@/lib/people/audit/queries'
import { acting } from '../../../../acting'
import { csvAnswer, fileRefused } from '../../../../csv-answer'
import { speakingTo } from '../../../../speaking'

/** What the audit shows at the same address, whole and as a file, written while it is read. */
export async function GET(request: Request) {
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const outcome = await acting(async (actor) => {
    const portions = auditPortions(actor, asked)
    return done(auditFile((await speakingTo(actor)).locale, portions))
  })
  return outcome.ok ? csvAnswer('audit', outcome.value) : fileRefused(outcome)
}
