export const en = {
  signIn: {
    wrong: 'E-mail and password do not match. Please check both.',
    wait: 'There have been several wrong passwords for this address, so whoever is not known here waits a few seconds. It goes on by itself; without scripts, press the button again in a moment.',
    full: 'There have been too many wrong passwords for this address in the last hour.',
    fullInstead:
      'In a browser in which you have signed in before, you can sign in as always. In this one a link opens the desk at once:',
    sendLink: 'have it mailed to you',
    forgot: 'Forgot password?',
  },
  forgot: {
    title: 'Forgot password?',
    intro: 'A link by which you set a new one is sent to your e-mail address.',
    send: 'Send the link',
    back: 'Back to the sign-in',
    asked: 'If somebody of the staff has this address, an e-mail with a link is on its way.',
    askedMore:
      'The link works once, within 30 minutes. Nothing after a few minutes? Look among the spam. When others have asked for your address too often today, open the link of an earlier e-mail: its page sends you a new one.',
    wait: 'Many links have been asked for from your network, so this takes a few seconds. It goes on by itself; without scripts, press the button again in a moment.',
    full: 'Too many links have been asked for from your network. Please try again in an hour, or from another network.',
    noMailTitle: 'This site sends no e-mail',
    noMailAdmin: 'An admin can make you a link at the desk, under People: “New link”.',
    noMailMachine: 'Whoever runs the site can print one on its machine:',
    noMailCommand: 'npm run admin -- your address',
  },
  link: {
    again: 'This link has expired, or has been used',
    againIntro: 'A link works once, and within 30 minutes. You can have a new one sent to the same mailbox.',
    send: 'Send a new link',
    sent: 'A new link is on its way to your mailbox. One a minute is sent at most.',
  },
  proxy: {
    title: 'All readers may look like one',
    what: 'You have come through a proxy, but TRUSTED_HOPS is 0: the site takes the proxy’s address for everybody’s. Readers then share one limit for comments, and one person’s mistakes keep others waiting.',
    then: 'If the proxy is the site’s own, set TRUSTED_HOPS to the number of proxies (1 for one) and start the site again. If it belongs to the network that you are in, all is well.',
  },
}

export type DeskWords = typeof en
