import { once } from 'node:events'
import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import type { Socket } from 'node:net'
import { StartRefusal } from '~/platform/start-refusal'

export interface Listener {
  server: Server
  /** The port that is really listened on, also when 0 was asked for. */
  port: number
  /** Answers with `handler` from now on. */
  serve(handler: RequestListener): void
  /** Takes no new connections, lets requests that run end, and cuts what is left after `patienceMs`. */
  drain(patienceMs: number): Promise<void>
}

const SWEEP_MS = 50

/** Connection timeouts, in milliseconds. */
interface Patience {
  /** To send the head of a request; a new connection that sends nothing as well. */
  headers: number
  /** To send a whole request. */
  request: number
  /** Between two requests: longer than proxies keep theirs, so that none sends into a closed one. */
  between: number
  /** Without a byte either way, also while an answer is made or not read. A proof takes more than a minute. */
  silence: number
  /** How often the first two are looked after. */
  check: number
}

const PATIENCE: Patience = {
  headers: 15_000,
  request: 120_000,
  between: 75_000,
  silence: 300_000,
  check: 5_000,
}

/** Answers that the process is alive but not ready. */
const starting: RequestListener = (req, res) => {
  const alive = req.url === '/healthz'
  res.writeHead(alive ? 200 : 503, { 'Content-Type': 'application/json', 'Retry-After': '2' })
  res.end(JSON.stringify({ status: alive ? 'ok' : 'starting' }))
}

/**
 * Opens the port before anything else starts, so that a conflict is reported at once.
 * @throws StartRefusal when the port is taken or not permitted
 */
export async function listen(host: string, port: number, patience = PATIENCE): Promise<Listener> {
  let handler: RequestListener = starting
  const server = createPatient(patience, (req, res) => handler(req, res))
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    throw refusalOf(error, host, port)
  }
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  const address = server.address()
  return {
    server,
    port: typeof address === 'object' && address !== null ? address.port : port,
    serve: (next) => (handler = next),
    drain: async (patienceMs) => {
      const closed = once(server, 'close')
      server.close()
      // A connection that has just finished its last request is idle and would be kept open for another.
      const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS)
      // Upgraded connections are not on the server's own list, so all connections are closed here.
      const cut = setTimeout(() => sockets.forEach((socket) => socket.destroy()), patienceMs)
      await closed
      clearInterval(sweep)
      clearTimeout(cut)
    },
  }
}

/** A server that closes connections which send or read too slowly. */
function createPatient(patience: Patience, handler: RequestListener): Server {
  const options = {
    headersTimeout: patience.headers,
    requestTimeout: patience.request,
    keepAliveTimeout: patience.between,
    connectionsCheckingInterval: patience.check,
  }
  return createServer(options, handler).setTimeout(patience.silence)
}

function refusalOf(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const options = { cause: error }
  if (code === 'EADDRINUSE') {
    return new StartRefusal(
      `Port ${port} on ${host} is taken: stop the program that uses it, or set PORT to another.`,
      options,
    )
  }
  if (code === 'EACCES')
    return new StartRefusal(`Port ${port} may not be used by this user: set PORT to 1024 or above.`, options)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new StartRefusal(
      `This machine has no address ${host}: set HOST to one it has, or to 0.0.0.0 for all.`,
      options,
    )
  }
  return error
}
