export const rankings = {
  title: 'Rankings',
  heading: 'Places in rankings',
  intro:
    'Readers see each with its source and its day, at the chapter in every language and in the list of all rankings.',
  byAdmin: 'An admin records rankings.',
  recorded: 'Recorded',
  none: 'Nothing has been recorded for this chapter.',
  place: {
    hashtag: 'No. {place, number} for {subject}, {service}',
    search: 'No. {place, number} in searches for {subject}, {service}',
  },
  quoted: '“{subject}”',
  country: ', {country}',
  remove: 'Remove',
  removeRanking: 'Remove No. {place, number} for {subject} of {day}',
  form: {
    title: 'Record a ranking',
    kind: 'Ranking',
    hashtag: 'of a hashtag',
    search: 'of a search',
    subject: 'Hashtag or words searched for',
    service: 'Service',
    serviceHint: 'Whose ranking: Ameba, Google …',
    country: 'Country (may be empty)',
    countryHint: 'Two letters, such as JP.',
    place: 'Place',
    placeHint: '1 is the first.',
    day: 'As of',
    source: 'Source',
    sourceHint: 'Where it can be read.',
    button: 'Record',
    recorded: 'Recorded. Readers see it now.',
  },
}

export type RankingsWords = typeof rankings
