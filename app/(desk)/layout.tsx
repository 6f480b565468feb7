import type { ReactNode } from 'react'
import { connection } from 'next/server'
import { Suspense } from 'react'
import './desk.css'
export const instant = false
export default async function Layout({ children }: { children: ReactNode }) {
  await connection()
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
