import { doc, h, list, p, quote, quoteFrom, rule, steps, table } from './document'
import type { SampleEdition } from './sample'

export const firstNight: SampleEdition = {
  slug: 'the-first-night',
  title: 'The First Night',
  summary:
    'A new keeper rows out to Skerrow with two trunks and a clock that runs fast. Before he may light the lamp he must learn to listen to it.',
  tags: { lighthouse: 'Lighthouse', beginnings: 'Beginnings' },
  publishedAt: '2024-02-04T08:00:00Z',
  body: doc(
    p(
      'The boat put me off at four in the afternoon and was gone before I had counted my boxes. There were meant to be six. There were five, and a goose, which nobody had mentioned and which seemed to regard the landing as its own.',
    ),
    p(
      'Old Marrin, who had kept Skerrow for nineteen years and was leaving on the next tide, did not say welcome. He said, “You’ll hear it before you see it,” and went up the stairs ahead of me. There are a hundred and twelve of them. He climbed as one reads a familiar page, without appearing to look.',
    ),
    p(
      'I had expected to be shown the lamp. Instead he sat me down on the top step with my back against the wall and told me to close my eyes. For a good while there was the sea and nothing else. Then, under the sea, I heard it: a small dry tick, a breath, a tick. It was the clockwork that turns the lens, and it was not quite even.',
    ),
    h('What Marrin taught me'),
    p(
      'He taught me three things that night, and I set them down here in the order he gave them, because he was particular about the order.',
    ),
    steps(
      'Wind the weight before you trim the wick. A lamp that burns and does not turn is worse than a dark one: ships take it for another place.',
      'Write in the book before you sleep, even if nothing happened. *Especially* if nothing happened.',
      'Be civil to the goose.',
    ),
    p(
      'Of the three I have failed only at the last. The book, he told me, was the true light of the station. Ships go by and never know your name. But someone, some year, will want to learn what the wind did on an ordinary Sunday, and there it will be, in ink.',
    ),
    quote(
      'Second of October. Wind south-west, moderate. Lamp lit at 5.41. Nothing seen. New man seems willing, though he ties a poor knot.',
    ),
    p(
      'That was his last entry. He blotted it, turned the book around, and gave me the pen. I wrote the date beneath his, and then, since it was true and nothing else came, I wrote: *The clock here runs fast, or I am slow. We shall see which of us gives way.*',
    ),
  ),
}

export const fog: SampleEdition = {
  slug: 'what-the-fog-is-made-of',
  title: 'What the Fog Is Made Of',
  summary:
    'Nine days without a horizon. The keeper sorts the fog into kinds, sounds the bell by hand, and is answered by someone he cannot see.',
  tags: { lighthouse: 'Lighthouse', weather: 'Weather' },
  publishedAt: '2024-02-11T08:00:00Z',
  body: doc(
    p(
      'On the mainland fog is one thing. Out here it has as many kinds as bread. By the fourth day I had begun a list on the back page of the book, partly to be useful to whoever comes after me and partly to have someone to talk to.',
    ),
    list(
      '**Wool**: comes from the east, lies down, and stays. Dampens the bell. Good for sleeping.',
      '**Milk**: bright, low and warm. You may stand on the gallery in sunshine and look down on it like a cat on a table.',
      '**Needles**: not fog at all, Marrin would say, but rain that cannot make up its mind.',
      '**The grey visitor**: arrives without wind. The goose goes indoors.',
    ),
    p(
      'It was the grey visitor that came on the eighteenth. In such weather the lamp is only for show; one sounds the bell, three strokes to the minute,[[Regulations for Keepers, § 14. The machine does it with three pauses; a hand that tires does it with four.]] and hopes. The machine that should strike it had rusted at the elbow, so I struck it myself with a mallet wrapped in a stocking, and counted the pauses aloud.',
    ),
    h('The answer'),
    p(
      'Some time after two in the morning, at the end of a pause, a bell answered. It was a ship’s bell, light and rather high, quite near. I struck three. It struck three. I struck two, which means nothing in any signal book, and after a moment it struck two as well.',
    ),
    p(
      'I do not know how long we went on. There is no word in the regulations for it. Whoever it was had understood that I was a person and not a machine, and I had understood the same, and neither of us could do anything about it except to go on striking a piece of bronze in the dark.',
    ),
    p(
      'When it grew light there was nothing out there but a whiteness like the inside of an egg. I never learned her name. I have entered her in the book as one vessel, *friendly*, bound elsewhere.',
    ),
  ),
}

export const clockmaker: SampleEdition = {
  slug: 'the-clockmakers-visit',
  title: 'The Clockmaker’s Visit',
  summary:
    'An inspector of clocks comes to mend the uneven tick and leaves it as it was, for a reason that she explains with two spoons.',
  tags: { clocks: 'Clocks', visitors: 'Visitors' },
  publishedAt: '2024-02-18T08:00:00Z',
  body: doc(
    p(
      'I had written to the Board four times about the clockwork. They sent, in March, on the first calm day of the year, a Miss Aldous of the Instrument Office: a small person in a large coat with a case of screwdrivers arranged by size like organ pipes.',
    ),
    p(
      'She did not greet me either. It seems to be the custom of people who come to Skerrow. She stood at the foot of the stairs with her head on one side, and said: “Who taught it to limp?”',
    ),
    p(
      'By lunch she had the whole train out upon a bedsheet, seventy-one pieces, each with a paper label. She found no worn tooth and no bent arbor. What she found, filed into the edge of the great wheel by some careful hand long ago, was a notch no deeper than a fingernail.',
    ),
    h('Two spoons'),
    p(
      '“Watch,” she said, and took two of my spoons, and tapped them on the table. First both together, evenly. Then one even, and one with a small catch in every tenth beat. “Now look out of the window and tell me when I change over.”',
    ),
    p(
      'I could not mistake it. With an even beat the ear soon ceases to hear anything. With the catch, one goes on listening; and the moment it stopped I turned round, as one turns when a companion stops speaking.',
    ),
    quoteFrom(
      'Miss Aldous, of the Instrument Office',
      'A keeper asleep on the stairs will not wake when a steady sound ends slowly. He will wake if a voice does. Somebody here wanted the clock to have a voice.',
    ),
    p(
      'She put everything back as it had been, notch and all, and would take nothing but tea. In the column for *Defects remedied* she wrote: **none found**. And in the margin, smaller: *Do not let them send you a new one.*',
    ),
  ),
}

export const visitorsBook: SampleEdition = {
  slug: 'an-ordinary-sunday',
  title: 'An Ordinary Sunday',
  summary:
    'Nothing happens. The keeper writes it down in full, as he was taught, and finds that it does not fit on one page.',
  tags: { lighthouse: 'Lighthouse', 'ordinary-days': 'Ordinary days' },
  publishedAt: '2024-02-25T08:00:00Z',
  body: doc(
    p(
      'Wind north-west, light. Glass steady. Lamp out at 6.12, lens cleaned, weight wound. That is the whole of what the Board requires, and it took me one line. It is now a quarter to seven in the morning and I have the rest of the day to describe.',
    ),
    p(
      'At seven the gulls held a meeting on the south rock and broke up without a decision. At half past, the goose inspected the garden, which is eleven cabbages and an argument with the salt. She ate the worst of them. I have noticed that she always takes the worst, and leaves me the rest, and I no longer think this is by chance.',
    ),
    p(
      'I mended the sixth box, which came in January, eight months late, with a different man’s name on it and my own shirts inside. I baked. The bread rose more on the side towards the stove, so that it leans, like a listener.',
    ),
    table(
      'The same day in the columns of the Board',
      ['Hour', 'Wind', 'Glass', 'Seen'],
      ['6', 'NW, light', 'steady', 'nothing'],
      ['12', 'NW, light', 'steady', 'nothing'],
      [
        '18',
        'W, air',
        'rising',
        'a sail[[It is the only sail of that month. The ink is a little wider here.]]',
      ],
    ),
    rule(),
    p(
      'In the afternoon a sail stood on the edge of the world for three hours. I do not know whether it moved or I did not. When I looked again it was gone, and the line where it had been was so straight that I felt I should apologise to it.',
    ),
    p(
      'Someone, some year, will want to learn what the wind did. Very well. It did this: it came over the sill at five o’clock with the smell of cut grass in it, from a shore I cannot see, forty miles off, where a person I shall never meet had finished a piece of work and gone indoors.',
    ),
    quote('Lamp lit at 7.58. Nothing seen. See above.'),
    p(
      'I have read over what Marrin wrote in his nineteen years. On six thousand nights he puts “nothing seen”, and I used to think it a dry sort of book. Tonight I think that he was looking the whole time, and did not like to boast.',
    ),
  ),
}
