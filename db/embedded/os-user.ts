import { readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { EmbeddedDatabaseError } from './error'

export interface OsUser {
  name: string
  uid: number
  gid: number
}

/** PostgreSQL refuses to run as root, so root hands it to one of these. */
const STAND_INS = ['postgres', 'nobody']

/** The user that runs the server; null for the user of this process when that is not root. */
export async function serverUser(): Promise<OsUser | null> {
  if (process.getuid?.() !== 0) return null
  const users = parsePasswd(await readFile('/etc/passwd', 'utf8'))
  const found = STAND_INS.map((name) => users.find((user) => user.name === name)).find(
    (user) => user !== undefined,
  )
  if (found) return found
  throw new EmbeddedDatabaseError(
    'PostgreSQL does not run as root and neither a "postgres" nor a "nobody" user exists here: start Foyer as an ordinary user, or set DATABASE_URL.',
  )
}

/** The users of an /etc/passwd text; other lines than `name:x:uid:gid:…` are skipped. */
export function parsePasswd(text: string): OsUser[] {
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':')
    if (!name || !/^\d+$/.test(uid ?? '') || !/^\d+$/.test(gid ?? '')) return []
    return [{ name, uid: Number(uid), gid: Number(gid) }]
  })
}

/** True when the user may read `path` and enter every directory above it, judged by modes alone. */
export async function canReach(path: string, user: OsUser): Promise<boolean> {
  const own = await permissionBits(path, user)
  const needed = own.isDirectory ? 5 : 4
  if ((own.bits & needed) !== needed) return false
  for (let parent = dirname(path); ; parent = dirname(parent)) {
    if (((await permissionBits(parent, user)).bits & 1) === 0) return false
    if (parent === dirname(parent)) return true
  }
}

async function permissionBits(path: string, user: OsUser): Promise<{ bits: number; isDirectory: boolean }> {
  const stats = await stat(path)
  const shift = stats.uid === user.uid ? 6 : stats.gid === user.gid ? 3 : 0
  return { bits: (stats.mode >> shift) & 7, isDirectory: stats.isDirectory() }
}
