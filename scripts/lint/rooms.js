// The ladder of docs/architecture.md as lint rules: a room may import the rooms below it, and no other.

/** Each room of lib/ with the rooms that it may import. */
const below = {
  kernel: [],
  i18n: ['kernel'],
  db: ['kernel'],
  jobs: ['db', 'i18n', 'kernel'],
  mail: ['db', 'i18n', 'kernel'],
  people: ['jobs', 'mail', 'db', 'i18n', 'kernel'],
  spam: ['db', 'i18n', 'kernel'],
  pictures: ['people', 'db', 'i18n', 'kernel'],
}
const lowest = ['pictures', 'people', 'jobs', 'mail', 'spam', 'db', 'i18n', 'kernel']
below.chapters = lowest
below.captcha = lowest
below.comments = ['chapters', 'captcha', ...lowest]
below.moderation = ['comments', ...below.comments]
below.syndication = below.moderation
below.work = ['moderation', 'syndication', ...below.moderation]
below.site = below.work
below.server = ['work', ...below.work]

export const rooms = Object.keys(below)

/** Files that may read and write the database. */
const databaseFiles = [
  'lib/*/**/queries.ts',
  'lib/*/**/*-queries.ts',
  'lib/*/**/commands.ts',
  'lib/*/**/*-commands.ts',
  'lib/db/**',
  'lib/jobs/**',
  'lib/work/**',
  'lib/*/testing/**',
  'lib/captcha/redeem.ts',
  'lib/people/{sessions/current-actor,sign-in/sign-in,links/first-admin}.ts',
  'lib/server/process/{bus,health,worker,admin}.ts',
  '**/*.test.{ts,tsx}',
]

const adapters = [
  '@/lib/spam/akismet/akismet',
  '@/lib/spam/local-rules',
  '@/lib/mail/smtp',
  '@/lib/syndication/web-sub',
]

const onlyWork = 'Only work touches an adapter.'

const restrict = (files, patterns, ignores = []) => ({
  files,
  ignores,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
})

const oneOf = (names) => names.join('|')

function patternsFor(room, depth) {
  const others = rooms.filter((other) => other !== room && !below[room].includes(other))
  const patterns = [
    {
      regex: `^@/(app|server|components|e2e)(/|$)`,
      // What a screen's state looks like is a type; types cost nothing and bind nobody at run time.
      allowTypeImports: true,
      message: `lib/${room} serves the screens and does not know them.`,
    },
    { regex: `^(\\.\\./){${depth}}`, message: 'Between rooms, use the alias @/.' },
    { regex: `^@/lib/${room}/`, message: 'Inside a room, use a relative path.' },
  ]
  if (others.length) {
    patterns.push({
      regex: `^@/lib/(${oneOf(others)})/`,
      message: `lib/${room} may not import a room beside or above it.`,
    })
  }
  if (!['site', 'server'].includes(room)) {
    patterns.push({
      regex: '^next(/|$)',
      message: 'Only site, server, people/current-actor and app know Next.',
    })
  }
  if (room !== 'work' && room !== 'spam' && room !== 'mail') {
    patterns.push({ regex: `^(${oneOf(adapters)})$`, message: onlyWork })
  }
  return patterns
}

const noDatabase = {
  regex: '^@/lib/db/(client|in-transaction)$',
  message: 'Only queries, commands and jobs touch the database.',
}

const perRoom = rooms.flatMap((room) => {
  const sets = [
    [`lib/${room}/*.{ts,tsx}`, 1],
    [`lib/${room}/*/*.{ts,tsx}`, 2],
    [`lib/${room}/*/*/**/*.{ts,tsx}`, 3],
  ]
  return sets.flatMap(([files, depth]) => [
    restrict([files], [...patternsFor(room, depth), noDatabase]),
    restrict(
      databaseFiles
        .filter(
          (name) => name.startsWith('**') || name.startsWith('lib/*') || name.startsWith(`lib/${room}/`),
        )
        .map((name) =>
          name.startsWith('**')
            ? files.replace('*.{ts,tsx}', () => '*.test.{ts,tsx}')
            : name.replace('lib/*/', () => `lib/${room}/`),
        ),
      patternsFor(room, depth),
    ),
  ])
})

// Tests may talk to the peers that speak real protocols (e2e/peers).
const testsPerRoom = rooms.flatMap((room) =>
  [1, 2].map((depth) =>
    restrict(
      [`lib/${room}/${depth === 1 ? '' : '*/'}*.test.{ts,tsx}`],
      patternsFor(room, depth)
        .filter(({ message }) => message !== onlyWork)
        .map((pattern) => ({
          ...pattern,
          regex: pattern.regex.replace('|e2e)', '|e2e(?!/(support|peers|rig)/))'),
        })),
    ),
  ),
)

export const roomRules = [
  ...perRoom,
  ...testsPerRoom,
  restrict(
    ['lib/people/sessions/current-actor.ts'],
    patternsFor('people', 2).filter(({ regex }) => !regex.startsWith('^next')),
  ),
  // The factories make whatever a test needs, of any room.
  restrict(
    ['lib/db/testing/**'],
    [{ regex: '^next(/|$)', message: 'Tests of the database do not need Next.' }],
  ),
  restrict(
    ['components/**/*.{ts,tsx}'],
    [
      noDatabase,
      {
        regex: `^@/lib/(?!i18n/|site/|kernel/plain-text/|[a-z]+/(rules|schema|document|submit/form-state)(/|$))`,
        allowTypeImports: true,
        message: 'Components know rules, schemas, types, words and how plain text is read.',
      },
      { regex: '^@/lib/site/', message: 'Components are given what they show.' },
    ],
    ['components/desk/**', '**/*.test.{ts,tsx}'],
  ),
  {
    files: ['app/(site)/**', 'components/{chapters,comments,site}/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "ExpressionStatement > Literal[value='use client']",
          message: 'Reading pages carry no framework script.',
        },
      ],
    },
  },
  {
    files: ['lib/**', 'app/**', 'components/**', 'server.ts', 'scripts/**'],
    ignores: [
      'lib/jobs/**',
      'lib/db/testing/**',
      '**/*.test.{ts,tsx}',
      'components/{chapters,comments,site}/**',
      'app/(site)/**',
    ],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[property.name=/^\\$(query|execute)RawUnsafe$/]',
          message: 'SQL is a tagged template, never a string.',
        },
      ],
    },
  },
  {
    files: ['components/comments/**', 'components/desk/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: 'What people write is text, never HTML.',
        },
        {
          selector: "ExpressionStatement > Literal[value='use client']",
          message: 'Reading pages carry no framework script.',
        },
      ],
    },
    ignores: ['components/desk/**'],
  },
]
