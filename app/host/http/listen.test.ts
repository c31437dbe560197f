import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { listen } from './listen'

test('a taken port is told in one sentence', async () => {
  const first = await listen('127.0.0.1', 0)
  const sentence = `Port ${first.port} on 127.0.0.1 is taken: stop the program that uses it, or set PORT to another.`
  await expect(listen('127.0.0.1', first.port)).rejects.toMatchObject({
    name: 'StartRefusal',
    message: sentence,
  })
  await first.drain(0)
})

test('before it serves, it says that it lives and is not ready', async () => {
  const { port, drain } = await listen('127.0.0.1', 0)
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200)
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(503)
  await drain(0)
})

test('draining lets a request that runs end, and takes no new one', async () => {
  const { port, serve, drain } = await listen('127.0.0.1', 0)
  let finish = () => {}
  const begun = new Promise<void>((resolve) => {
    serve((_req, res) => {
      finish = () => void res.end('whole')
      resolve()
    })
  })
  const answer = fetch(`http://127.0.0.1:${port}/`)
  await begun
  const drained = drain(5_000)
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow('fetch failed')
  finish()
  expect(await (await answer).text()).toBe('whole')
  await drained
})

test('draining cuts what does not end in time', async () => {
  const { port, serve, drain } = await listen('127.0.0.1', 0)
  serve(() => {})
  const answer = fetch(`http://127.0.0.1:${port}/`).catch((error: Error) => error.message)
  await delay(20)
  await drain(50)
  expect(await answer).toBe('fetch failed')
})

const IMPATIENT = { headers: 60, request: 120, between: 60, silence: 400, check: 20 }

test.each([
  ['that sends nothing', '', '408'],
  ['whose head does not end', 'GET / HTTP/1.1\r\nHost: a\r\n', '408'],
  ['whose body does not come', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nx', '408'],
  ['that asks for nothing more', 'GET / HTTP/1.1\r\nHost: a\r\n\r\n', '200'],
  ['whose answer is never made', 'GET /never HTTP/1.1\r\nHost: a\r\n\r\n', ''],
])('a connection %s is closed', async (_what, head, status) => {
  const { port, serve, drain } = await listen('127.0.0.1', 0, IMPATIENT)
  serve((req, res) => {
    if (req.url === '/never') return
    req.resume().on('end', () => res.end())
  })
  const socket = connect(port, '127.0.0.1')
  socket.write(head)
  expect((await text(socket)).split(' ')[1] ?? '').toBe(status)
  await drain(0)
})
