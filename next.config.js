import { fileURLToPath } from 'node:url'

const beside = (file) => fileURLToPath(new URL(file, import.meta.url))
const keepNothing = {
  cacheHandler: beside('./lib/site/keep-no-page.cjs'),
  cacheHandlers: { default: beside('./lib/site/keep-no-read.cjs') },
  cacheMaxMemorySize: 0,
}

/** @type {import('next').NextConfig} */
export default {
  cacheComponents: true,
  partialPrefetching: true,
  poweredByHeader: false,
  // Next knows gzip alone. The desk is compressed by what stands before it (lib/server/desk/compressed.ts); documents are
  // asked for without a coding: their cache compresses them once, makes ETags and keeps what is worth keeping.
  compress: Boolean(process.env.NEXT_KEEPS_PAGES),
  generateEtags: false,
  // A page whose head may go ahead of it is answered with 200 before its guard has spoken. So every browser gets a page's
  // head when the page is known: 307 to the sign-in, 403 where a role may not, 404 where nothing is, with scripts and without.
  // (Documents are asked for without the name of a browser, and are rendered ahead as before: without its database a page that
  // is rendered whole waits for ever where it should fail.)
  htmlLimitedBots: /.*/,
  // Sizes are made at upload; the optimiser has been a way in too often (see docs/decisions).
  images: { unoptimized: true },
  // Next keeps nothing between requests: a page is rendered once for each time the door asks. So a change
  // needs to empty one place, the documents, and no process can start with stale pages from a disk.
  // (The bench compares with a plain `next start`, which keeps pages as Next does by default.)
  ...(process.env.NEXT_KEEPS_PAGES ? {} : keepNothing),
  // More than lib/server/routes/desk/editor.ts lets through (2 MB), since a form is written anew before it comes here.
  // `forbidden()` answers 403 with the desk's own page (app/(desk)/acting.ts).
  experimental: { serverActions: { bodySizeLimit: '3mb' }, authInterrupts: true },
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
