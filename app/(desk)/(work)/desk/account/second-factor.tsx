import { QrCode } from '@/components/desk/account/second-factor/qr-code'
import { SecondFactorSection } from '@/components/desk/account/second-factor/section'
import { GiveWords } from '@/components/desk/language/words'
import { runtime } from '@/lib/kernel/env'
import type { StaffActor } from '@/lib/people/permissions'
import { ownFactors, totpSetUp } from '@/lib/people/second-factor/queries'
import { speakingTo } from '../../../speaking'
import { secondFactorAction } from './second-factor-actions'

/** The section of one's own account about what is asked beside the password. */
export async function SecondFactor({ actor }: { actor: StaffActor }) {
  const [{ words }, factors, setUp] = await Promise.all([
    speakingTo(actor),
    ownFactors(actor),
    totpSetUp(actor),
  ])
  const { secondFactor, problems, provider } = words
  const drawn = setUp && <QrCode text={setUp.address} label={secondFactor.app.qr} />
  return (
    <GiveWords words={{ secondFactor, problems, ...(runtime().provider && { provider }) }}>
      <SecondFactorSection
        factors={factors}
        setUp={setUp && { drawn, secret: setUp.secret }}
        action={secondFactorAction}
      />
    </GiveWords>
  )
}
