import { parseArgs } from 'node:util'
import { connect, disconnect } from '@/lib/db/client'
import { hasEmbeddedData } from '@/lib/db/postgres/embedded'
import { readEnv } from '@/lib/kernel/env'
import { recover } from '@/lib/people/links/recovery-commands'
import { prepareDatabase } from './prepare-database'
import { whatWentWrong } from './what-went-wrong'

const usage = `Prints a link by which somebody of the staff sets a new password and signs in. It works once, for an hour.

  npm run admin -- EMAIL                  where there is no admin, EMAIL becomes one
  npm run admin -- EMAIL --enable         also when the person is disabled: they work here again
  npm run admin -- EMAIL --create-admin   also when nobody has this address: they become an admin
  npm run admin -- EMAIL --new-email NEW  the person has the address NEW from now on
`

const refusals = {
  'email-wrong': () => usage,
  nobody: (email: string) =>
    `Nobody of the staff has the address ${email}. To make them an admin: npm run admin -- ${email} --create-admin\n`,
  'email-taken': () => 'Somebody else has the new address already.\n',
  disabled: (email: string) =>
    `${email} is disabled. To let them work here again: npm run admin -- ${email} --enable\n`,
}

// Nothing but the link goes to standard output.
process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${whatWentWrong(error) ?? (error as Error).stack}\n`)
  return 1
})

/** Whether the site runs on the database or not: what is started for this is stopped after it. */
async function main(): Promise<number> {
  const wish = wishOf(process.argv.slice(2))
  if (!wish) return say(usage)
  const env = readEnv()
  if (!env.DATABASE_URL && !hasEmbeddedData(env.DATA_DIR))
    return say(`There is no database in ${env.DATA_DIR} yet: start the site once with npm run up.\n`)
  const database = await prepareDatabase(env)
  try {
    connect(database.url, { max: 2 })
    const outcome = await recover(wish.email, wish)
    if (!outcome.ok) return say(refusals[outcome.refusal](wish.email))
    const { became, isNew, email, path, until } = outcome.value
    if (became === 'admin') say(`${wish.email} is ${isNew ? 'a new admin' : 'an admin now'}.\n`)
    if (wish.newEmail) say(`${wish.email} is reached at ${email} from now on, and signs in with it.\n`)
    say(`Open this link to set a password. It works once, until ${until.toISOString()}.\n`)
    process.stdout.write(`${env.SITE_URL ?? `http://localhost:${env.PORT}`}${path}\n`)
    return 0
  } finally {
    await disconnect()
    await database.stop()
  }
}

function wishOf(args: string[]) {
  try {
    const options = {
      enable: { type: 'boolean' },
      'create-admin': { type: 'boolean' },
      'new-email': { type: 'string' },
    } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [email, ...more] = positionals
    if (!email || more.length > 0) return undefined
    const { enable, 'create-admin': createAdmin, 'new-email': newEmail } = values
    return { email, enable, createAdmin, newEmail }
  } catch {
    return undefined // an option that there is not
  }
}

function say(text: string) {
  process.stderr.write(text)
  return 1
}
