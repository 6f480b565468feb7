// `npm run away-pages`: writes deploy/away anew, from the words of all languages.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { awayPages } from './steps/away-pages'

const pages = Object.entries(awayPages())
const folder = path.dirname(pages[0]![0])
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder)
for (const [file, text] of pages) writeFileSync(file, text)
process.stdout.write(`${pages.length} files in ${folder}\n`)
