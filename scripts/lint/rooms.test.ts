import { ESLint } from 'eslint'
import { beforeAll, describe, expect, test } from 'vitest'

let eslint: ESLint
beforeAll(() => {
  eslint = new ESLint()
})

const complaints = async (filePath: string, code: string) =>
  (await eslint.lintText(code, { filePath })).flatMap(({ messages }) =>
    messages.filter(({ ruleId }) => ruleId?.startsWith('no-restricted')).map(({ message }) => message),
  )

describe('what the ladder forbids', () => {
  test.each([
    ['lib/kernel/new.ts', `import { db } from '@/lib/db/client'; db.$connect()`],
    ['lib/people/new.ts', `import { submit } from '@/lib/comments/submit/commands'; submit()`],
    ['lib/comments/rules.ts', `import { db } from '@/lib/db/client'; db.$connect()`],
    [
      'lib/comments/submit/commands.ts',
      `import { decide } from '@/lib/moderation/decisions/commands'; decide()`,
    ],
    ['lib/comments/submit/commands.ts', `import { akismet } from '@/lib/spam/akismet/akismet'; akismet()`],
    ['lib/moderation/new.ts', `import { x } from '../comments/rules'; x()`],
    ['lib/chapters/reading/queries.ts', `import { cacheTag } from 'next/cache'; cacheTag('x')`],
    ['lib/site/new.ts', `import { page } from '@/app/page'; page()`],
    ['components/comments/new.tsx', `import { db } from '@/lib/db/client'; db.$connect()`],
    ['components/comments/new.tsx', `export const x = <p dangerouslySetInnerHTML={{ __html: '' }} />`],
    ['components/chapters/new.tsx', `'use client'\nexport const x = 1`],
    ['app/(site)/new.tsx', `'use client'\nexport const x = 1`],
    [
      'lib/comments/submit/commands.ts',
      `import { db } from '@/lib/db/client'; db.$queryRawUnsafe('select 1')`,
    ],
  ])('%s: %s', async (file, code) => expect(await complaints(file, code)).not.toEqual([]))
})

describe('what the ladder allows', () => {
  test.each([
    ['lib/comments/submit/commands.ts', `import { db } from '@/lib/db/client'; db.$connect()`],
    ['lib/comments/thread/queries.ts', `import { db } from '@/lib/db/client'; db.$connect()`],
    ['lib/work/new.ts', `import { akismet } from '@/lib/spam/akismet/akismet'; akismet()`],
    ['lib/moderation/decisions/commands.ts', `import { enqueue } from '@/lib/jobs/enqueue'; enqueue()`],
    ['lib/site/reading.ts', `import { cacheTag } from 'next/cache'; cacheTag('x')`],
    ['lib/db/postgres/new.ts', `import { db } from '../client'; db.$connect()`],
    ['components/comments/new.tsx', `import { limits } from '@/lib/comments/rules'; limits()`],
  ])('%s: %s', async (file, code) => expect(await complaints(file, code)).toEqual([]))
})
