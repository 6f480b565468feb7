import { startSmtpPeer, type SmtpPeer } from '@/e2e/peers/smtp-peer'
import { openSite, sitesOfFiles, test } from './site'

/** Tests of a site with a mail server, which keeps what it is sent, and with these settings. */
export const siteWithMail = (settings: Record<string, string>) =>
  test.extend<object, { mails: SmtpPeer }>({
    mails: [
      async ({}, use) => {
        const peer = await startSmtpPeer()
        await use(peer)
        await peer.stop()
      },
      { scope: 'worker' },
    ],
    siteOf: [
      async ({ mails }, use) =>
        sitesOfFiles(
          () => openSite({ ...settings, SMTP_URL: mails.url, MAIL_FROM: 'House <no-reply@example.org>' }),
          use,
        ),
      { scope: 'worker', timeout: 180_000 },
    ],
  })
