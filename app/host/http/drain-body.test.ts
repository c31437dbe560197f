import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { drainBody } from './drain-body'

/** Refuses every body after its first part, as a form that is too large is refused. */
async function refusingServer(patienceMs?: number) {
  const server = createServer((req, res) => {
    drainBody(req, res, patienceMs)
    if (req.method === 'GET') return void res.end('here')
    req.once('data', () => {
      req.pause()
      res.writeHead(413).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { port, [Symbol.dispose]: () => void server.close() }
}

async function heard(socket: Socket, until: string): Promise<string> {
  let text = ''
  for await (const part of socket) {
    text += String(part)
    if (text.includes(until)) break
  }
  return text
}

const head = (length: number) => `POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n\r\n`

test('a request behind a body that was refused is answered on the same connection', async () => {
  using server = await refusingServer()
  const socket = connect(server.port, '127.0.0.1')
  socket.write(head(300_000) + 'a'.repeat(300_000))
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  const text = await heard(socket, 'here')
  expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 413', 'HTTP/1.1 200'])
})

test('a refused body that does not come to an end closes its connection', async () => {
  using server = await refusingServer(20)
  const socket = connect(server.port, '127.0.0.1')
  socket.on('error', () => undefined).resume()
  socket.write(head(300_000) + 'a')
  await once(socket, 'close')
  expect(socket.destroyed).toBe(true)
})
