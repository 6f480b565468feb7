import { spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'playwright/test'
import { freePort, startPostgres } from '@/lib/db/postgres/embedded'
import { temporaryFolder } from '@/lib/db/postgres/temporary-folder'
import { startServer } from '@/e2e/rig/server-process'
import { signIn } from '@/e2e/support/desk'
import { admin } from '@/e2e/support/site'

/** The command as people type it: what it says, what it prints, and how it ends. */
function command(args: string[], env: Record<string, string>) {
  const child = spawn('npm', ['run', '--silent', 'admin', '--', ...args], {
    env: { ...process.env, DATABASE_URL: '', SITE_URL: '', ...env },
  })
  const [told, printed] = [{ text: '' }, { text: '' }]
  child.stderr.on('data', (chunk: Buffer) => (told.text += chunk.toString()))
  child.stdout.on('data', (chunk: Buffer) => (printed.text += chunk.toString()))
  return new Promise<{ code: number | null; told: string; printed: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, told: told.text, printed: printed.text })),
  )
}

test('prints one link, whether the site runs or not, and where there is no admin makes one', async ({
  page,
}) => {
  test.setTimeout(400_000)
  const { folder, remove } = temporaryFolder('admin-command')
  const port = await freePort()
  const env = { DATA_DIR: folder, PORT: String(port) }
  try {
    const nothing = path.join(folder, 'nothing')
    mkdirSync(nothing)
    const early = await command([admin.email], { ...env, DATA_DIR: nothing })
    expect(early).toMatchObject({ code: 1, printed: '' })
    expect(early.told).toContain('start the site once with npm run up')
    expect(existsSync(path.join(nothing, 'postgres-password'))).toBe(false)

    // While it runs: there is nobody yet.
    const server = await startServer(port, env)
    expect(server.said()).toContain('Make the first admin')
    const first = await command([admin.email], env)
    expect(first).toMatchObject({ code: 0 })
    expect(first.told).toContain(`${admin.email} is a new admin.`)
    expect(first.printed).toMatch(new RegExp(`^${server.url}/welcome/[\\w-]{43}\\n$`))
    expect((await fetch(`${server.url}/api/health`)).status).toBe(200)
    await page.goto(first.printed.trim())
    await page.getByLabel('Password').fill(admin.password)
    await page.getByRole('button', { name: 'Set password' }).click()
    await expect(page).toHaveURL(`${server.url}/desk`)

    const unknown = await command(['nobody@example.org'], env)
    expect(unknown).toMatchObject({ code: 1, printed: '' })
    expect(unknown.told).toContain('npm run admin -- nobody@example.org --create-admin')
    for (const args of [[], ['no address'], [admin.email, '--what']]) {
      const wrong = await command(args, env)
      expect(wrong, args.join(' ')).toMatchObject({ code: 1, printed: '' })
      expect(wrong.told, args.join(' ')).toContain('npm run admin -- EMAIL')
    }
    await server.stop()

    // While it does not: what was started for the command is stopped after it.
    const second = await command([admin.email.toUpperCase()], env)
    expect(second).toMatchObject({ code: 0 })
    expect(second.told).toMatch(/^Open this link to set a password\. It works once, until \d{4}-[^\n]+\n$/)
    const again = await startServer(port, {
      ...env,
      ADMIN_EMAIL: admin.email,
      ADMIN_PASSWORD: 'of the settings, unused',
    })
    await expect
      .poll(() => again.said())
      .toContain(`${admin.email} has a password of their own: ADMIN_PASSWORD is no longer used.`)
    expect(again.said()).toContain(`npm run admin -- ${admin.email}`)
    expect(again.said()).not.toContain(`as ${admin.email}`)
    await signIn(page, again.url, admin)
    await page.goto(second.printed.trim())
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('A new password')
    await again.stop()

    const https = await startServer(port, {
      ...env,
      SITE_URL: 'https://example.org',
      ADMIN_EMAIL: admin.email,
      ADMIN_PASSWORD: admin.password,
    })
    await expect.poll(() => https.said()).toContain('Warning: TRUSTED_HOPS is 0 although SITE_URL is https')
    expect(https.said()).toContain(`Sign in at https://example.org/sign-in as ${admin.email}`)
    await https.stop()
  } finally {
    remove()
  }
})

test('works on a database of one’s own, and says so when it is away', async () => {
  test.setTimeout(180_000)
  const { folder, remove } = temporaryFolder('admin-command-url')
  const postgres = await startPostgres(folder)
  try {
    const env = {
      DATABASE_URL: postgres.url,
      DATA_DIR: path.join(folder, 'other'),
      SITE_URL: 'https://example.org',
    }
    const outcome = await command([admin.email], env)
    expect(outcome).toMatchObject({ code: 0 })
    expect(outcome.printed).toMatch(/^https:\/\/example\.org\/welcome\/[\w-]{43}\n$/)
    expect(existsSync(env.DATA_DIR)).toBe(false)
    const away = await command([admin.email], {
      ...env,
      DATABASE_URL: `postgresql://a:b@127.0.0.1:${await freePort()}/c`,
    })
    expect(away).toMatchObject({ code: 1, printed: '' })
    expect(away.told).toContain('The database does not answer')
  } finally {
    await postgres.stop()
    remove()
  }
})
