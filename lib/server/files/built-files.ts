import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ActionPages } from '../bodies/action-pages'
import { StaticFiles } from './static-files'

/** The address of the readers' script, whose name holds its hash. */
export const readerScript = (root: string) =>
  (readJson(root, 'dist', 'assets.json') as { reader: string }).reader

export const actionPages = (root: string) =>
  new ActionPages(readJson(root, '.next', 'server', 'server-reference-manifest.json'))

export const staticFiles = (root: string, development: boolean) =>
  new StaticFiles([
    {
      prefix: '/_next/static/',
      folder: path.join(root, development ? '.next/dev' : '.next', 'static'),
      immutable: true,
    },
    { prefix: '/assets/', folder: path.join(root, 'dist', 'assets'), immutable: true },
    { prefix: '/', folder: path.join(root, 'public'), immutable: false },
  ])

const readJson = (...file: string[]): unknown => JSON.parse(readFileSync(path.join(...file), 'utf8'))
