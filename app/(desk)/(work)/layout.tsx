import type { Metadata } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import '../desk.css'

export const metadata: Metadata = {
  title: { template: '%s · Chapterhouse desk', default: 'Chapterhouse desk' },
  robots: { index: false, follow: false },
}

// Made anew for each request: only so can the policy name this request's scripts (see proxy.ts).
export const instant = false

export default async function Layout({ children }: { children: ReactNode }) {
  await connection()
  return (
    <html lang="en">
      <body className="antialiased">{children}</body>
    </html>
  )
}
