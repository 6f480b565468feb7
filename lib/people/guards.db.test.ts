import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '@/lib/db/client'
import { aPerson, aSession } from '@/lib/db/testing/factories'
import { NotAllowed, type Actor, type Power } from './permissions'
import { has, staffRoles } from './policy/powers'
import { actorOf } from './sessions/queries'
import { actingFunctions } from './testing/acting-functions'

// Every command and query of the desk refuses whom it has to refuse. They are found in the syntax tree, so that a new
// one is called as well; and what each may be used for stands here once more, so that a guard is not changed unseen.

const doors: Record<Power, Record<string, readonly string[]>> = {
  'moderate comments': {
    'lib/comments/discussion/closed-chapters-queries.ts': ['chaptersForComments'],
    'lib/comments/discussion/commands.ts': ['closeComments'],
    'lib/moderation/bulk/commands.ts': ['cancelBulk', 'startBulk', 'undoBulk'],
    'lib/moderation/bulk/queries.ts': ['bulkDecision', 'bulkInSight', 'bulkPreview', 'leftOut'],
    'lib/moderation/campaigns/queries.ts': ['campaigns'],
    'lib/moderation/decisions/commands.ts': ['decide', 'decideEach'],
    'lib/moderation/decisions/history-queries.ts': ['commentHistory'],
    'lib/moderation/decisions/reply-commands.ts': ['replyAsStaff'],
    'lib/moderation/edits/commands.ts': ['editComment', 'undoEdit'],
    'lib/moderation/live/commands.ts': ['tellLooking'],
    'lib/moderation/queue/count-queries.ts': ['viewCount'],
    'lib/moderation/queue/queries.ts': ['queueCounts', 'queuePage', 'queuedComment', 'spamCheckState'],
    'lib/moderation/queue/record-queries.ts': ['authorRecord'],
    'lib/moderation/queue/thread-queries.ts': ['threadAround'],
    'lib/moderation/queue/title-queries.ts': ['titleOfChapter', 'titleOfSeries'],
    'lib/moderation/relocation/commands.ts': ['moveBack', 'moveToChapter'],
    'lib/moderation/relocation/queries.ts': ['placesForComment'],
    'lib/moderation/rules/queries.ts': ['rulesPage'],
    'lib/moderation/rules/preview-queries.ts': ['marksOfComment', 'previewRule'],
    'lib/moderation/saved-views/commands.ts': ['removeView', 'renameView', 'saveView'],
    'lib/moderation/saved-views/queries.ts': ['savedViews'],
    'lib/moderation/screening/recheck-commands.ts': [
      'checkAgain',
      'checkAllAgain',
      'recheckProgress',
      'reviewNow',
    ],
    'lib/moderation/words/commands.ts': ['addWordRule', 'removeWordRule'],
    'lib/moderation/words/queries.ts': ['listedWords', 'previewWord', 'wordsInForce'],
  },
  'delete comments': {
    'lib/moderation/deletion/commands.ts': ['deleteForGood'],
    'lib/moderation/deletion/queries.ts': ['wouldGo'],
  },
  'make standing rules': {
    'lib/moderation/rules/commands.ts': ['addStandingRule', 'endStandingRule'],
  },
  'write chapters': {
    'lib/chapters/counts/searches-queries.ts': ['searchedWords'],
    'lib/chapters/writing/create-commands.ts': ['addEdition', 'createChapter'],
    'lib/chapters/writing/draft-commands.ts': ['saveDraft'],
    'lib/chapters/writing/list-queries.ts': ['deskChapters', 'editionCounts', 'newestDrafts'],
    'lib/chapters/writing/queries.ts': [
      'chapterForPreview',
      'editionForWriting',
      'rankingsForDesk',
      'seriesChoices',
    ],
    'lib/pictures/commands.ts': ['keepPicture'],
  },
  'publish chapters': {
    'lib/chapters/publishing/commands.ts': ['publish', 'withdraw'],
    'lib/chapters/rankings/commands.ts': ['recordRanking', 'removeRanking'],
  },
  'manage people': {
    'lib/people/accounts/commands.ts': [
      'addPerson',
      'changeRole',
      'changing',
      'disablePerson',
      'enablePerson',
      'makeLink',
      'managing',
    ],
    'lib/people/accounts/queries.ts': ['staffList'],
    'lib/people/accounts/staff-commands.ts': ['endSessionsOf', 'removePerson', 'setLanguages'],
  },
  'change own account': {
    'lib/people/accounts/own-commands.ts': ['changeOwnAccount'],
    'lib/people/second-factor/passkey-commands.ts': ['addPasskey', 'beginPasskey', 'removePasskey'],
    'lib/people/second-factor/queries.ts': ['ownFactors', 'totpSetUp'],
    'lib/people/second-factor/recovery-code-commands.ts': ['renewRecoveryCodes'],
    'lib/people/second-factor/totp-commands.ts': ['beginTotp', 'confirmTotp', 'endTotp'],
    'lib/people/step-up/commands.ts': ['proveByPasskey', 'proveByPassword'],
    'lib/people/accounts/password-commands.ts': ['changePassword'],
    'lib/people/email-change/commands.ts': ['askEmailChange', 'cancelEmailChange', 'confirmEmailChange'],
    'lib/people/email-change/queries.ts': ['changeToConfirm', 'ownAddress'],
    'lib/people/sessions/commands.ts': ['endOtherSessions', 'endOwnSession'],
    'lib/people/sessions/queries.ts': ['ownSessions'],
    'lib/people/sign-in/prove-commands.ts': ['provePassword'],
  },
  'read statistics': { 'lib/moderation/statistics/queries.ts': ['statistics'] },
  'read the audit': { 'lib/people/audit/queries.ts': ['auditPage', 'auditPeople', 'auditPortions'] },
  'change settings': { 'lib/comments/discussion/commands.ts': ['changeDiscussion'] },
}

const callers = ['nobody', 'disabled', ...staffRoles, 'rule'] as const
type Caller = (typeof callers)[number]

/** Is somebody let in, by the policy? */
const isLet = (who: Caller, power: Power) =>
  who === 'rule' ? has('system', power) : staffRoles.some((role) => role === who && has(role, power))

/** What everybody who is signed in may do. */
const needsNoPower = ['signOut']

const listed = Object.entries(doors).flatMap(([power, files]) =>
  Object.entries(files).flatMap(([file, names]) =>
    names.map((name) => ({ power: power as Power, file, name })),
  ),
)

describe('the commands and queries that somebody acts in', () => {
  const acting = actingFunctions('lib/**/*{queries,commands}.ts')

  test('are those that stand here', () => {
    const first = acting.filter(
      ({ parameters, name }) => parameters[0] === 'actor' && !needsNoPower.includes(name),
    )
    expect(first.map(({ file, name }) => `${file} ${name}`).sort()).toEqual(
      listed.map(({ file, name }) => `${file} ${name}`).sort(),
    )
  })

  test('take their actor first, but for what runs inside the transaction of another', () => {
    const others = acting.filter(({ parameters }) => parameters[0] !== 'actor')
    expect(others.filter(({ parameters }) => parameters[0] !== 'tx')).toEqual([])
    expect(others.map(({ name }) => name).sort()).toEqual([
      'decideTogether',
      'move',
      'noteLesson',
      'noteLessons',
      'saveDetails',
      'tellEdited',
    ])
  })
})

const people: Partial<Record<Caller, Actor>> = { rule: { role: 'system', rule: 'other' } }
beforeAll(async () => {
  const enter = async (wish: Parameters<typeof aPerson>[0]) =>
    actorOf(await aSession((await aPerson(wish)).id))
  for (const role of staffRoles) people[role] = await enter({ role })
  people.disabled = await enter({ role: 'admin', disabledAt: new Date() })
  people.nobody = undefined
})

/** What a door says to somebody who brings nothing: the power that is missing, or that it has none to say. */
async function saidBy(file: string, name: string, who: Caller): Promise<string> {
  const module = (await import(path.resolve(file))) as Record<string, (...given: unknown[]) => unknown>
  try {
    await module[name]!(people[who], undefined, {})
    return 'let in'
  } catch (error) {
    // Whoever is let in may stumble over what was not brought.
    return error instanceof NotAllowed ? `no: ${error.power}` : 'let in'
  }
}

test.each(listed)('$name lets in whom it may, and nobody else', async ({ file, name, power }) => {
  for (const who of callers) {
    const expected = isLet(who, power) ? 'let in' : `no: ${power}`
    expect(await saidBy(file, name, who), who).toBe(expected)
  }
})

test('who is refused has left nothing', async () => {
  const count = async () =>
    (
      await pool().query(
        `select (select count(*) from pgboss.job) as jobs, (select count(*) from setting) as settings`,
      )
    ).rows
  const before = await count()
  for (const { file, name, power } of listed)
    for (const who of callers) if (!isLet(who, power)) await saidBy(file, name, who)
  expect(await count()).toEqual(before)
})
