import type { Metadata } from 'next'
import { connection } from 'next/server'
import { Door } from '@/components/desk/door'
import { WelcomeForm } from '@/components/desk/welcome-form'
import { welcomeIsOpen } from '@/lib/people/first-admin'
import { welcomeAction } from './actions'

export const metadata: Metadata = { title: 'Welcome', referrer: 'no-referrer' }

export default async function WelcomePage({ params }: { params: Promise<{ token: string }> }) {
  await connection()
  const { token } = await params
  if (!(await welcomeIsOpen(token))) {
    return (
      <Door title="This link no longer works">
        <p>
          It works once, for a day, and only as long as the site has no admin. Start the site again for a new
          one, or{' '}
          <a className="underline decoration-rubric underline-offset-4" href="/sign-in">
            sign in
          </a>
          .
        </p>
      </Door>
    )
  }
  return (
    <Door title="Welcome to your site" intro="You will be its first admin. Other people can be added later.">
      <WelcomeForm action={welcomeAction.bind(null, token)} />
    </Door>
  )
}
