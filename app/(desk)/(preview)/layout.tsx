import type { Metadata } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import '@/app/(site)/[locale]/site.css'
import './preview.css'

export const metadata: Metadata = {
  title: 'Preview · Chapterhouse desk',
  robots: { index: false, follow: false },
}

export const instant = false

/** A root of its own: a preview wears the readers' stylesheet and nothing of the desk's. */
export default async function PreviewLayout({ children }: { children: ReactNode }) {
  await connection()
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
