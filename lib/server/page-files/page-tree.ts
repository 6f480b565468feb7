import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { chmod, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pageFolder } from './addresses'

const linkFolders = ['now', 'last']

/**
 * The folder that nginx reads: `pages/<generation>/<address>.d/<coding>`, and links to the newest generation. What is to
 * be seen comes and goes by one call of the system that nothing else can come between.
 */
export class PageTree {
  private readonly links = new Set<string>()
  private readonly folders = new Set<string>()
  private generation = ''
  private made = 0

  constructor(
    private readonly root: string,
    private readonly prefix = `${Date.now().toString(36)}-`,
  ) {}

  /** Makes what must be there. What lies in it is left: it may be all that readers have until the site answers. */
  prepare() {
    for (const folder of ['', 'pages', 'making', ...linkFolders]) makeFolder(path.join(this.root, folder))
  }

  /** Takes away the links of whoever wrote here before. */
  takeOver() {
    for (const folder of linkFolders)
      for (const name of readdirSync(path.join(this.root, folder))) this.links.add(`${folder}/${name}`)
    this.linkOnly([])
  }

  /** Begins with no page. Links still lead to the generation before. */
  begin() {
    this.folders.clear()
    this.generation = path.join(this.root, 'pages', this.newName())
    makeFolder(this.generation)
  }

  /** These links lead to this generation, and there are no others. */
  linkOnly(names: readonly string[]) {
    this.unlink((name) => !names.includes(name))
    for (const name of names) {
      if (this.links.has(name)) continue
      // A relative one: the folder may have another path where nginx runs.
      symlinkSync(path.join('..', 'pages', path.basename(this.generation)), path.join(this.root, name))
      this.links.add(name)
    }
  }

  unlink(chosen: (name: string) => boolean) {
    for (const name of this.links) {
      if (!chosen(name)) continue
      rmSync(path.join(this.root, name), { force: true })
      this.links.delete(name)
    }
  }

  /** Writes bytes beside the pages; `put` makes them a page's. */
  async write(bytes: Buffer, time: number): Promise<string> {
    const file = path.join(this.root, 'making', this.newName())
    await writeFile(file, bytes)
    await chmod(file, 0o644)
    await utimes(file, time, time)
    return file
  }

  put(file: string, address: string, coding: string) {
    const folder = this.folderOf(address)
    this.makeFolders(folder)
    renameSync(file, path.join(folder, coding))
  }

  /** Takes a page away in all its codings at once, and then cleans up. */
  remove(address: string): Promise<void> {
    const folder = this.folderOf(address)
    const away = path.join(this.root, 'making', this.newName())
    renameSync(folder, away)
    this.folders.delete(folder)
    return discard(away)
  }

  /** Removes older generations, and what somebody before us did not finish. */
  async sweep() {
    const [pages, making] = ['pages', 'making'].map((folder) => path.join(this.root, folder)) as [
      string,
      string,
    ]
    for (const name of await readdir(pages))
      if (path.join(pages, name) !== this.generation) await discard(path.join(pages, name))
    for (const name of await readdir(making))
      if (!name.startsWith(this.prefix)) await discard(path.join(making, name))
  }

  private folderOf(address: string) {
    return path.join(this.generation, pageFolder(address))
  }

  private newName() {
    this.made += 1
    return this.prefix + this.made
  }

  private makeFolders(folder: string) {
    if (folder === this.generation || this.folders.has(folder)) return
    this.makeFolders(path.dirname(folder))
    makeFolder(folder)
    this.folders.add(folder)
  }
}

export const discard = (file: string) => rm(file, { recursive: true, force: true })

// nginx is another user, whatever the mask of ours.
function makeFolder(folder: string) {
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
}
