import { setRuntime, type Env } from '@/lib/kernel/env'
import { providerIn } from '@/lib/kernel/settings/provider'
import { keptSecret } from './secret'

/** Sets what every room asks `runtime()` for; answers the address of the site. */
export function configureRuntime(env: Env): string {
  const siteUrl = env.SITE_URL ?? `http://localhost:${env.PORT}`
  const secret = env.SECRET ?? keptSecret(env.DATA_DIR)
  setRuntime({
    secret,
    siteUrl,
    sendsMail: Boolean(env.SMTP_URL),
    asksAkismet: Boolean(env.AKISMET_KEY),
    hub: env.WEBSUB_HUB,
    provider: providerIn(env),
    isWithoutPasswords: env.PASSWORDS === 'off',
  })
  return siteUrl
}
