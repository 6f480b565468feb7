// Of signing in at a provider of OpenID Connect, which the settings name.

export const provider = {
  title: 'Sign in with {name}',
  intro: 'For the editors and admins of this site, who sign in at {name}.',
  or: 'or',
  /** Why somebody does not come in. */
  refusals: {
    failed:
      '{name} did not answer as it should, or the way there was begun in another browser. Please try again.',
    address: '{name} has not confirmed your e-mail address, so nobody can say who you are here.',
    unknown: 'Nobody here has your e-mail address. Ask an admin of this site to add you.',
    role: '{name} gives you no role at this site. Ask whoever runs it there.',
    disabled: 'Your account at this site is switched off. Ask an admin.',
    other:
      'Your e-mail address belongs to somebody here who signs in at {name} as somebody else. Ask an admin.',
  },
  offTitle: 'No passwords here',
  off: 'The staff of this site signs in at {name}. A password opens nothing here.',
  offMachine: 'If {name} is out of reach, whoever runs the site can print a link on its machine:',
  sure: 'You can also <link>sign in once more</link>, and then do this again.',
}

export type ProviderWords = typeof provider
