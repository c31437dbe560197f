import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'

export interface ColumnsOptions {
  /** Where the file lies; without it everything is in memory. */
  file?: string
  threads?: number
  memoryLimit?: string
}

/** A columnar database of this process. */
export interface Columns extends Disposable {
  connection: DuckDBConnection
  /** Another connection to the same database. */
  connect(): Promise<DuckDBConnection>
}

/** It reads nothing but its own file, and fetches no extensions. */
const CLOSED = {
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
}

export async function openColumns({
  file,
  threads = 2,
  memoryLimit = '1GB',
}: ColumnsOptions = {}): Promise<Columns> {
  const settings = { ...CLOSED, threads: String(threads), memory_limit: memoryLimit }
  const instance = await DuckDBInstance.create(file ?? ':memory:', settings)
  const connection = await instance.connect()
  await connection.run('set enable_external_access = false')
  return {
    connection,
    connect: () => instance.connect(),
    [Symbol.dispose]: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}
