import type { Binaries } from './binaries'
import type { OsUser } from './os-user'

/** A PostgreSQL data directory of ours, with all that is needed to run and to reach it. */
export interface Cluster {
  binaries: Binaries
  /** Everything this cluster wrote lies in these; the binaries may be shared. */
  directories: string[]
  /** Absolute path of the data directory. */
  data: string
  password: string
  /** Where the server writes its own log. */
  logFile: string
  user: OsUser | null
}
