import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

/** A proxy to the database that can be slowed, stopped and broken. */
export interface Proxy extends AsyncDisposable {
  /** The URL of the database through the proxy. */
  url: string
  /** Turns new connections away. */
  isDown: boolean
  /** The delay of each piece of data, in either direction. */
  delayMs: number
  /** Forwards nothing; connections stay open. */
  stall(): void
  resume(): void
  /** Resets every connection. */
  breakAll(): void
}

export async function startProxy(databaseUrl: string): Promise<Proxy> {
  const target = new URL(databaseUrl)
  const pairs = new Set<[Socket, Socket]>()
  const proxy = { delayMs: 0, isDown: false }
  const server = createServer((near) => {
    if (proxy.isDown) return void near.resetAndDestroy()
    const far = connect(Number(target.port), target.hostname)
    const pair: [Socket, Socket] = [near, far]
    pairs.add(pair)
    pass(near, far, proxy)
    pass(far, near, proxy)
    for (const socket of pair) {
      socket.on('error', () => {})
      socket.on('close', () => {
        pair.forEach((each) => each.destroy())
        pairs.delete(pair)
      })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = new URL(databaseUrl)
  url.port = String((server.address() as AddressInfo).port)
  const breakAll = () => [...pairs].flat().forEach((socket) => socket.resetAndDestroy())
  return Object.assign(proxy, {
    url: url.href,
    stall: () => [...pairs].flat().forEach((socket) => socket.pause()),
    resume: () => [...pairs].flat().forEach((socket) => socket.resume()),
    breakAll,
    [Symbol.asyncDispose]: async () => {
      breakAll()
      server.close()
    },
  })
}

/** Timers of the same length end in the order in which they began, so pieces keep their order. */
function pass(from: Socket, to: Socket, proxy: { delayMs: number }): void {
  from.on('data', (piece: Buffer) => {
    if (proxy.delayMs === 0) to.write(piece)
    else setTimeout(() => to.write(piece), proxy.delayMs)
  })
}
