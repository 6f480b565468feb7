import type { Metadata } from 'next'
import { SignInFrame } from '@/components/desk/account/sign-in-frame'
import { SignInForm } from '@/components/desk/account/sign-in-form'
import { signInAction } from './actions'

export const metadata: Metadata = { title: 'Sign in' }

export default function SignInPage() {
  return (
    <SignInFrame title="Sign in" intro="For the editors and admins of this site.">
      <SignInForm action={signInAction} />
    </SignInFrame>
  )
}
