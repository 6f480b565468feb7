import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '@/lib/db/client'
import { aPerson } from '@/lib/db/testing/factories'
import { NotAllowed, type Actor } from './permissions'
import { actorOf } from './sessions/queries'

// Every command and query of the desk refuses whom it has to refuse. They are found in the syntax tree, so that a new
// one is called as well; and what each may be used for stands here once more, so that a guard is not changed unseen.

const doors: Record<string, Record<string, readonly string[]>> = {
  'moderate comments': {
    'lib/comments/discussion/closed-chapters-queries.ts': ['chaptersForComments'],
    'lib/comments/discussion/commands.ts': ['closeComments'],
    'lib/moderation/decisions/commands.ts': ['decide', 'decideEach'],
    'lib/moderation/decisions/history-queries.ts': ['commentHistory'],
    'lib/moderation/decisions/reply-commands.ts': ['replyAsStaff'],
    'lib/moderation/queue/queries.ts': ['queueCounts', 'queuePage', 'spamCheckState', 'titleOfChapter'],
    'lib/moderation/screening/recheck-commands.ts': [
      'checkAgain',
      'checkAllAgain',
      'recheckProgress',
      'reviewNow',
    ],
    'lib/moderation/words/commands.ts': ['addWordRule', 'removeWordRule'],
    'lib/moderation/words/queries.ts': ['listedWords', 'previewWord', 'wordsInForce'],
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
      'disablePerson',
      'enablePerson',
      'makeLink',
    ],
    'lib/people/accounts/queries.ts': ['staffList'],
  },
  'change own account': { 'lib/people/accounts/own-commands.ts': ['changeOwnAccount'] },
  'change settings': { 'lib/comments/discussion/commands.ts': ['changeDiscussion'] },
}

/** Who is let in to each, and nobody else is. */
const roles: Record<string, readonly string[]> = {
  'moderate comments': ['editor', 'admin', 'rule'],
  'write chapters': ['editor', 'admin'],
  'publish chapters': ['admin', 'rule'],
  'manage people': ['admin'],
  'change settings': ['admin'],
  'change own account': ['editor', 'admin'],
}

const listed = Object.entries(doors).flatMap(([power, files]) =>
  Object.entries(files).flatMap(([file, names]) => names.map((name) => ({ power, file, name }))),
)

/** The exported functions of a file, each with its parameters: `actor` for whoever acts, whatever it is called. */
function exportedIn(file: string): { name: string; parameters: string[] }[] {
  const { statements } = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const isExported = (node: ts.Node) =>
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  const named = (name: string, { parameters }: ts.SignatureDeclaration) => ({
    name,
    parameters: parameters.map((one) =>
      /\bActor\b|StaffActor/.test(one.type?.getText() ?? '') ? 'actor' : one.name.getText(),
    ),
  })
  return statements.filter(isExported).flatMap((one) => {
    if (ts.isFunctionDeclaration(one)) return named(one.name!.text, one)
    if (!ts.isVariableStatement(one)) return []
    return one.declarationList.declarations.flatMap(({ name, initializer }) =>
      initializer && ts.isArrowFunction(initializer) && ts.isIdentifier(name)
        ? named(name.text, initializer)
        : [],
    )
  })
}

describe('the commands and queries that somebody acts in', () => {
  const exported = globSync('lib/**/*{queries,commands}.ts').flatMap((file) =>
    exportedIn(file).map((one) => ({ file: file.split(path.sep).join('/'), ...one })),
  )
  const acting = exported.filter(({ parameters }) => parameters.includes('actor'))

  test('are those that stand here', () => {
    const first = acting.filter(({ parameters }) => parameters[0] === 'actor')
    expect(first.map(({ file, name }) => `${file} ${name}`).sort()).toEqual(
      listed.map(({ file, name }) => `${file} ${name}`).sort(),
    )
  })

  test('take their actor first, but for what runs inside the transaction of another', () => {
    const others = acting.filter(({ parameters }) => parameters[0] !== 'actor')
    expect(others.filter(({ parameters }) => parameters[0] !== 'tx')).toEqual([])
    expect(others.map(({ name }) => name).sort()).toEqual(['move', 'noteLesson'])
  })
})

const people: Record<string, Actor | undefined> = { rule: { role: 'system', rule: 'other' } }
beforeAll(async () => {
  const since = Math.floor(Date.now() / 1_000)
  const enter = async (wish: Parameters<typeof aPerson>[0]) =>
    actorOf({ personId: (await aPerson(wish)).id, sessionVersion: 1, since })
  people.editor = await enter({ role: 'editor' })
  people.admin = await enter({ role: 'admin' })
  people.disabled = await enter({ role: 'admin', disabledAt: new Date() })
  people.nobody = undefined
})

/** What a door says to somebody who brings nothing: the power that is missing, or that it has none to say. */
async function saidBy(file: string, name: string, who: string): Promise<string> {
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
  for (const who of ['nobody', 'disabled', 'editor', 'admin', 'rule']) {
    const expected = roles[power]!.includes(who) ? 'let in' : `no: ${power}`
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
    for (const who of ['nobody', 'editor']) {
      if (!roles[power]!.includes(who)) await saidBy(file, name, who)
    }
  expect(await count()).toEqual(before)
})
