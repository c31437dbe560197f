import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { expect, test, vi } from 'vitest'
import { findEmbedded, startEmbedded } from './embedded'
import { isAlive } from './embedded/postmaster'

/** Processes are killed here, machines do not crash: fsync can be off. */
const QUICK = ['fsync=off']

const makeDirectory = async (): Promise<AsyncDisposable & { path: string }> => {
  const path = await mkdtemp(join(tmpdir(), 'foyer-embedded-'))
  await chmod(path, 0o755)
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

const ask = async (url: string): Promise<number> => {
  const sql = postgres(url, { max: 1, connect_timeout: 2 })
  try {
    const [row] = await sql<{ two: number }[]>`select 1 + 1 as two`
    return row?.two ?? 0
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** Starts the database from a Node process of its own. */
const startElsewhere = async (directory: string) => {
  const script = fileURLToPath(new URL('../tests/support/own-embedded.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  return { child, ...(JSON.parse(line) as { url: string; pid: number }) }
}

test('it speaks UTF-8, asks for a password and stops when told to', async () => {
  await using directory = await makeDirectory()
  const database = await startEmbedded({ directory: directory.path, settings: QUICK })
  const sql = postgres(database.url, { max: 1 })
  const [row] = await sql`select current_setting('server_encoding') as encoding, lower('ÄÑ订单') as lower`
  expect(row).toEqual({ encoding: 'UTF8', lower: 'äñ订单' })
  await sql.end()
  const wrong = new URL(database.url)
  wrong.password = 'wrong'
  await expect(ask(wrong.href)).rejects.toMatchObject({ code: '28P01' })
  expect((await stat(join(directory.path, 'cluster.json'))).mode & 0o777).toBe(0o600)
  await database.stop()
  expect(isAlive(database.pid())).toBe(false)
  await expect(ask(database.url)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
})

test('a server that was killed comes back at the same address, with its data', async () => {
  await using directory = await makeDirectory()
  const notices: string[] = []
  const database = await startEmbedded({
    directory: directory.path,
    settings: QUICK,
    onNotice: (notice) => notices.push(notice),
  })
  const sql = postgres(database.url, { max: 1, onnotice: () => {} })
  await sql`create table kept (n int)`
  await sql`insert into kept values (7)`
  const killed = database.pid()
  process.kill(killed, 'SIGKILL')
  await vi.waitFor(() => expect(database.pid()).not.toBe(killed), { timeout: 20_000, interval: 100 })
  await vi.waitFor(async () => expect(await sql`select n from kept`).toMatchObject([{ n: 7 }]), {
    timeout: 10_000,
  })
  expect(notices.join(' ')).toContain('starting it again')
  await sql.end()
  await database.stop()
  expect(isAlive(database.pid())).toBe(false)
})

test('a server left by a killed Node process is taken over and belongs to the new one', async () => {
  await using directory = await makeDirectory()
  const first = await startElsewhere(directory.path)
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')
  expect(isAlive(first.pid)).toBe(true)
  expect(await findEmbedded(directory.path)).toBe(first.url)
  const database = await startEmbedded({ directory: directory.path, settings: QUICK })
  expect(database).toMatchObject({ adopted: true, url: first.url })
  expect(database.pid()).toBe(first.pid)
  await database.stop()
  expect(isAlive(first.pid)).toBe(false)
})

test('a directory has one owner at a time, and another process is told which', async () => {
  await using directory = await makeDirectory()
  const database = await startEmbedded({ directory: directory.path, settings: QUICK })
  const sentence = new RegExp(`Another Foyer \\(process ${process.pid}\\) already runs`)
  await expect(startEmbedded({ directory: directory.path, settings: QUICK })).rejects.toThrow(sentence)
  expect(await ask(database.url)).toBe(2)
  await database.stop()
})

test('the data survive a stop and a start', async () => {
  await using directory = await makeDirectory()
  const before = await startEmbedded({ directory: directory.path, settings: QUICK })
  const sql = postgres(before.url, { max: 1 })
  await sql`create table kept as select 7 as n`
  await sql.end()
  await before.stop()
  const after = await startEmbedded({ directory: directory.path, settings: QUICK })
  const again = postgres(after.url, { max: 1 })
  expect(await again`select n from kept`).toMatchObject([{ n: 7 }])
  await again.end()
  await after.stop()
})

test.skipIf(process.getuid?.() !== 0)(
  'root runs it below a directory that nobody else may enter',
  async () => {
    await using directory = await makeDirectory()
    const closed = join(directory.path, 'closed')
    await mkdir(closed)
    await chmod(closed, 0o700)
    const home = join(closed, 'postgres')
    const database = await startEmbedded({ directory: home, settings: QUICK })
    expect(await ask(database.url)).toBe(2)
    expect(await readdir(home)).not.toContain('data')
    await database.remove()
    expect(await readdir(closed)).toEqual([])
  },
)
