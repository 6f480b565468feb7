import type { FirstAdmin } from '@/lib/people/links/first-admin'

/** What is printed when the site answers: where it is, who can sign in, and what in the settings is not as it seems. */
export function greeting(siteUrl: string, admin: FirstAdmin, trustedHops: number): string[] {
  const lines = [`Chapterhouse is at ${siteUrl}`]
  if (admin.kind === 'link') {
    lines.push(`Make the first admin (the link works once, for a day): ${siteUrl}${admin.path}`)
  } else {
    lines.push(`Sign in at ${siteUrl}/sign-in${admin.settings === 'good' ? ` as ${admin.email}` : ''}`)
    const { email } = admin
    if (admin.settings === 'other password')
      lines.push(`${email} has a password of their own: ADMIN_PASSWORD is no longer used. ${wayBack(email!)}`)
    if (admin.settings === 'disabled')
      lines.push(`${email} is disabled: ADMIN_EMAIL and ADMIN_PASSWORD open nothing. ${wayBack(email!)}`)
    if (admin.settings === 'nobody')
      lines.push(`There is an admin, and it is not ${email}: ADMIN_EMAIL and ADMIN_PASSWORD are not used.`)
  }
  if (siteUrl.startsWith('https:') && trustedHops === 0)
    lines.push(
      'Warning: TRUSTED_HOPS is 0 although SITE_URL is https. A proxy in front makes all readers one address, which ' +
        'share its limits: set TRUSTED_HOPS to the number of proxies.',
    )
  return lines
}

const wayBack = (email: string) => `A link to get in: npm run admin -- ${email}`
