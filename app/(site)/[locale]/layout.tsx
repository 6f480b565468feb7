import type { ReactNode } from 'react'
import './site.css'
export const ensureStatic = 'navigation'
export const generateStaticParams = () => [{ locale: '_' }]
export default async function Layout({ children, params }: { children: ReactNode; params: Promise<{ locale: string }> }) {
  const { locale } = await params
  return (
    <html lang={locale}>
      <body>{children}</body>
    </html>
  )
}
