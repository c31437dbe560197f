import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { builtProcess } from '#tests/support/built-processes'
import { listen } from '../http/listen'

/** Starts the real process with a bare environment and waits for its end. */
const start = async (env: Record<string, string>): Promise<{ code: number; said: string }> => {
  const child = spawn(process.execPath, [builtProcess('server')], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number]
  return { code, said: said.trim() }
}

const dataDirectory = async (): Promise<AsyncDisposable & { path: string }> => {
  const path = await mkdtemp(join(tmpdir(), 'foyer-start-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

test('a bad variable ends with its sentence and nothing begun', async () => {
  await using data = await dataDirectory()
  const { code, said } = await start({ FOYER_DATA: data.path, PORT: 'eighty' })
  expect({ code, said }).toEqual({ code: 1, said: 'PORT must be a whole number from 0 to 65535.' })
  expect(await readdir(data.path)).toEqual([])
})

test('a taken port ends with its sentence before a database is made', async () => {
  await using data = await dataDirectory()
  const other = await listen('127.0.0.1', 0)
  const { code, said } = await start({ FOYER_DATA: data.path, PORT: String(other.port) })
  expect(code).toBe(1)
  expect(said).toBe(
    `Port ${other.port} on 127.0.0.1 is taken: stop the program that uses it, or set PORT to another.`,
  )
  expect(await readdir(data.path)).toEqual(['secret'])
  await other.drain(0)
})

test('a database that does not answer ends with its place, without the password', async () => {
  await using data = await dataDirectory()
  const closed = await listen('127.0.0.1', 0)
  await closed.drain(0)
  const DATABASE_URL = `postgres://lin:hunter2@127.0.0.1:${closed.port}/foyer`
  const { code, said } = await start({ FOYER_DATA: data.path, PORT: '0', DATABASE_URL })
  expect(code).toBe(1)
  expect(said).toBe(
    `Cannot use the database at 127.0.0.1:${closed.port}/foyer: nothing is listening there. Check DATABASE_URL.`,
  )
})

test('a wrong password ends at once', async () => {
  await using data = await dataDirectory()
  const url = new URL(inject('databaseAdminUrl'))
  url.password = 'wrong'
  const { code, said } = await start({ FOYER_DATA: data.path, PORT: '0', DATABASE_URL: url.href })
  expect(code).toBe(1)
  expect(said).toContain('the password is wrong')
  expect(said.split('\n')).toHaveLength(1)
})
