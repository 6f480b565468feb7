import { fileURLToPath } from 'node:url'

/** @type {import('next').NextConfig} */
export default {
  cacheComponents: true,
  partialPrefetching: true,
  poweredByHeader: false,
  // The document door compresses, makes ETags and keeps what is worth keeping.
  compress: false,
  generateEtags: false,
  // Sizes are made at upload; the optimiser has been a way in too often (see docs/decisions).
  images: { unoptimized: true },
  // Next keeps nothing between requests: a page is rendered once for each time the door asks. So a change
  // needs to empty one place, the documents, and no process can start with stale pages from a disk.
  cacheHandler: fileURLToPath(new URL('./lib/site/keep-no-page.cjs', import.meta.url)),
  cacheHandlers: { default: fileURLToPath(new URL('./lib/site/keep-no-read.cjs', import.meta.url)) },
  cacheMaxMemorySize: 0,
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    'pg',
    'pg-boss',
    '@node-rs/argon2',
    'pino',
    '@prisma/client',
    '@prisma/adapter-pg',
  ],
}
