import type { Binaries } from './binaries'
import type { OsUser } from './os-user'

/** An embedded PostgreSQL data directory, with what is needed to run and to reach it. */
export interface Cluster {
  binaries: Binaries
  /** Directories that this cluster wrote; the binaries may be shared. */
  directories: string[]
  /** Absolute path of the data directory. */
  data: string
  password: string
  /** Where the server writes its own log. */
  logFile: string
  user: OsUser | null
}
