import { randomBytes, randomUUID } from 'node:crypto'
import { access, chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { runInitdb } from './initdb'
import { prepareBinaries } from './binaries'
import type { Cluster } from './cluster-facts'
import { EmbeddedDatabaseError } from './error'
import { canReach, serverUser } from './os-user'

interface ClusterCard {
  id: string
  password: string
}

/**
 * Where root keeps binaries and data for the user who runs PostgreSQL, when that user cannot read the clone (below
 * /root, or made with a strict umask). One directory for each cluster, named by the id in its `cluster.json`.
 */
const SHARED_ROOT = '/var/lib/foyer'

/** Opens the cluster in `directory`, creating it the first time. */
export async function openCluster(directory: string): Promise<Cluster> {
  const home = resolve(directory)
  await makeHome(home)
  const user = await serverUser()
  const card = await readCard(home)
  const shared = user !== null && !(await canReach(home, user))
  const base = shared ? join(SHARED_ROOT, card.id) : home
  if (shared) await makeOpenDirectory(base)
  const binaries = await prepareBinaries(user, shared ? SHARED_ROOT : home)
  const cluster: Cluster = {
    binaries,
    user,
    directories: shared ? [home, base] : [home],
    password: card.password,
    data: join(base, 'data'),
    logFile: join(home, 'server.log'),
  }
  await ensureData(cluster)
  return cluster
}

async function makeHome(home: string): Promise<void> {
  try {
    await mkdir(home, { recursive: true })
  } catch (cause) {
    throw new EmbeddedDatabaseError(
      `Cannot write to ${home}, where the embedded database is stored: correct its owner or set DATABASE_URL.`,
      {
        cause,
      },
    )
  }
}

async function makeOpenDirectory(path: string): Promise<void> {
  await mkdir(path, { recursive: true })
  await chmod(dirname(path), 0o755)
  await chmod(path, 0o755)
}

/** The cluster's id and password, kept in a file that only its owner may read. */
async function readCard(home: string): Promise<ClusterCard> {
  const file = join(home, 'cluster.json')
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return makeCard(home, file)
    throw new EmbeddedDatabaseError(
      `Cannot read ${file}, the password of the embedded database: start Foyer as the user who made it, or correct the owner of ${home}.`,
      { cause: error },
    )
  }
}

async function makeCard(home: string, file: string): Promise<ClusterCard> {
  if (await exists(join(home, 'data'))) {
    throw new EmbeddedDatabaseError(
      `${join(home, 'data')} holds a database, but its password file cluster.json is gone: bring the file back, or remove the directory to start from empty.`,
    )
  }
  const card: ClusterCard = { id: randomUUID(), password: randomBytes(24).toString('base64url') }
  await writeFile(file, JSON.stringify(card), { mode: 0o600, flag: 'wx' })
  return card
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined

/** Initialises in a temporary place and renames, so that an interrupted start leaves no partial database. */
async function ensureData(cluster: Cluster): Promise<void> {
  if (await exists(cluster.data)) return refuseOtherMajor(cluster)
  const building = `${cluster.data}.${process.pid}`
  await rm(building, { recursive: true, force: true })
  await mkdir(building, { mode: 0o700 })
  if (cluster.user) await chown(building, cluster.user.uid, cluster.user.gid)
  await runInitdb(cluster, building)
  await rename(building, cluster.data)
}

async function refuseOtherMajor({ data, binaries }: Cluster): Promise<void> {
  const written = (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim()
  const brought = binaries.version.split('.')[0]
  if (written === brought) return
  throw new EmbeddedDatabaseError(
    `${data} was written by PostgreSQL ${written} and this Foyer brings ${brought}: back it up with the Foyer that wrote it and restore that here, or remove the directory to start from empty.`,
  )
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
