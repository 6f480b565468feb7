'use server'

import { redirect } from 'next/navigation'
import { endSession } from '@/lib/people/sessions/current-actor'

export async function signOutAction() {
  await endSession()
  redirect('/sign-in')
}
