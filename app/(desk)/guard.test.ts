import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const folder = path.join(process.cwd(), 'app', '(desk)')
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
const source = (file: string) => readFileSync(path.join(folder, file), 'utf8')
const named = (name: string) => files.filter((file) => path.basename(file) === name)
/** The pages in front of the desk, for people who are not signed in. */
const isOpen = (file: string) => /\/(sign-in|welcome)\//.test(`/${file}`)

test('no page of the desk without a guard', () => {
  const guarded = named('page.tsx').filter((file) => !isOpen(file))
  expect(guarded.length).toBeGreaterThan(5)
  for (const file of guarded) expect(source(file), file).toContain('await staffOrSignIn()')
})

test('no action of the desk without its actor', () => {
  const actions = named('actions.ts').filter((file) => !isOpen(file))
  for (const file of actions) {
    const bodies = source(file).split('export async function ').slice(1)
    expect(bodies.length, file).toBeGreaterThan(0)
    for (const body of bodies) expect(body, file).toMatch(/await acting|return acting|endSession\(\)/)
  }
})

test('every root of the desk is made for its request, so that the policy names its scripts', () => {
  for (const file of named('layout.tsx').filter((name) => source(name).includes('<html'))) {
    expect(source(file), file).toContain('await connection()')
    expect(source(file), file).toContain('export const instant = false')
  }
})
