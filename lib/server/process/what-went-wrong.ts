import { BadSettings } from '@/lib/kernel/env'
import { NoFolder } from '@/lib/kernel/files/folder'
import { DamagedFile } from '@/lib/kernel/files/kept-text'
import { InUse } from './data-lock'

const sentences: Record<string, string> = {
  EADDRNOTAVAIL: 'HOST is no address of this machine.',
  ECONNREFUSED: process.env.DATABASE_URL
    ? 'The database does not answer: is it running, and is DATABASE_URL right?'
    : 'The embedded database has ended again: what it said is in the server.log beside its data.',
  ENOTFOUND: 'The host of the database cannot be found: look at DATABASE_URL.',
  ETIMEDOUT: 'The database does not answer in time: look at DATABASE_URL.',
  '28P01': 'The database refuses the password of DATABASE_URL.',
  '3D000': 'The database that DATABASE_URL names does not exist.',
  EACCES: 'DATA_DIR may not be written by this user.',
  EPERM: 'DATA_DIR may not be written by this user.',
  EROFS: 'DATA_DIR is on a disk that cannot be written.',
  EEXIST: 'DATA_DIR is a file, not a folder.',
  ELOOP: 'DATA_DIR lies behind links that lead in a circle.',
  ENAMETOOLONG: 'DATA_DIR has too long a name.',
  ENOTDIR: 'DATA_DIR lies below a file, not a folder.',
  ENOSPC: 'The disk is full.',
}

/** A sentence for what a start can stumble over; undefined for what only a developer can make something of. */
export function whatWentWrong(error: unknown): string | undefined {
  const told = [BadSettings, DamagedFile, NoFolder, InUse].find((kind) => error instanceof kind)
  if (told) return (error as Error).message
  const { code, port } = (error ?? {}) as { code?: string; port?: number }
  if (code === 'EADDRINUSE') return `Port ${port} is in use: stop what runs there, or set PORT to another.`
  return code === undefined ? undefined : sentences[code]
}
