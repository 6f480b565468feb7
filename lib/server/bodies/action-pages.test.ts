import { expect, test } from 'vitest'
import { ActionPages } from './action-pages'

const workers = (...files: string[]) => ({ workers: Object.fromEntries(files.map((file) => [file, {}])) })

const pages = new ActionPages({
  node: {
    signIn: workers('app/(desk)/(work)/sign-in/page'),
    welcome: workers('app/(desk)/(work)/welcome/[token]/page'),
    signOut: workers('app/(desk)/(work)/desk/page', 'app/(desk)/(work)/desk/chapters/[editionId]/page'),
    save: workers('app/(desk)/(work)/desk/chapters/[editionId]/page'),
    create: workers('app/(desk)/(work)/desk/chapters/new/page'),
  },
})

test.each([
  ['signIn', '/sign-in', true],
  ['signIn', '/welcome/x', false],
  ['signIn', '/desk', false],
  ['signIn', '/sign-in/deeper', false],
  ['welcome', '/welcome/x', true],
  ['welcome', '/welcome/x/y', false],
  ['signOut', '/desk', true],
  ['signOut', '/desk/chapters/0190a1b2', true],
  ['signOut', '/sign-in', false],
  ['save', '/desk/chapters/0190a1b2', true],
  // A page that is written out is not the page of a chapter.
  ['save', '/desk/chapters/new', false],
  ['create', '/desk/chapters/new', true],
  ['create', '/desk/chapters/0190a1b2', false],
  // Next says of itself that it does not know such an action.
  ['unknown', '/sign-in', true],
])('%s at %s: %s', (id, path, may) => expect(pages.mayCall(id, path)).toBe(may))

test('what the build wrote is looked at before it is believed', () => {
  expect(() => new ActionPages({ node: { a: 1 } })).toThrow()
})
