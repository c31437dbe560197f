import { HttpConnection } from './http-connection'
import { rateOf } from './rate'

/** So many connections ask for one page, as fast as it is given, for `ms`. */
export interface PageLoadOrder {
  port: number
  path: string
  ms: number
  connections: number
}

export interface PageLoadRound {
  /** Answers a second. */
  rate: number
  /** Answers that were not the page. */
  refused: number
}

// Runs as a process: asks for pages as ordered, and reports the rate.
process.on('message', (order: PageLoadOrder) => void run(order).then((round) => process.send?.(round)))
process.once('SIGTERM', () => process.exit(0))

async function run({ port, path, ms, connections }: PageLoadOrder): Promise<PageLoadRound> {
  const idle = Array.from({ length: connections }, () => new HttpConnection(port))
  let refused = 0
  const rate = await rateOf(ms, connections, async () => {
    const connection = idle.pop()
    if (!connection) throw new Error('There are fewer connections than loops.')
    const { status } = await connection.get(path)
    if (status !== 200) refused += 1
    idle.push(connection)
    return 1
  })
  idle.forEach((connection) => connection.close())
  return { rate, refused }
}
