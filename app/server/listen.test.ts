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
