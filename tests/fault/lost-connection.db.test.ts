import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openDatabase, reconnectPause } from '#db/client'
import type { Sql } from '#db/client'
import { createTestDatabase } from '#db/testing'
import { startProxy } from './proxy'

const CONNECTIONS = 2
/** Long enough for the driver to send it at once. */
const LONG = 'x'.repeat(2_000)

const open = (url: string) => openDatabase(url, { max: CONNECTIONS })

const endBackend = (sql: Sql, pid: number) => sql`select pg_terminate_backend(${pid})`

/** The result of every connection of a pool within the time that a page would wait. */
const askAll = (sql: Sql) =>
  Promise.race([
    Promise.all(Array.from({ length: CONNECTIONS }, () => sql`select pg_sleep(0.05)`.then(() => 'answered'))),
    pause(3_000, ['no answer']),
  ])

const ANSWERS = Array.from({ length: CONNECTIONS }, () => 'answered')
const LOST = { code: 'CONNECTION_CLOSED' }

test('a transaction that goes on after its connection was lost gives it back to the pool', async () => {
  await using database = await createTestDatabase()
  const handle = open(database.url)
  for (let round = 0; round < CONNECTIONS + 1; round++) {
    let work: Promise<unknown> = Promise.resolve()
    const transaction = handle.sql.begin((tx) => {
      work = (async () => {
        const [row] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`
        await endBackend(database.sql, row?.pid ?? 0)
        await pause(50)
        await tx`select length(${LONG})`
      })()
      return work
    })
    await expect(transaction).rejects.toMatchObject(LOST)
    await expect(work).rejects.toMatchObject(LOST)
  }
  expect(await askAll(handle.sql)).toEqual(ANSWERS)
  await handle.close()
})

test('what a transaction asks for after its connection was lost runs nowhere', async () => {
  await using database = await createTestDatabase()
  await database.sql`create table note (text text)`
  const handle = open(database.url)
  let work: Promise<unknown> = Promise.resolve()
  const transaction = handle.sql.begin((tx) => {
    work = (async () => {
      const [row] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`
      await endBackend(database.sql, row?.pid ?? 0)
      await pause(50)
      expect(await askAll(handle.sql)).toEqual(ANSWERS)
      await tx`insert into note values ('outside of its transaction')`
    })()
    return work
  })
  await expect(transaction).rejects.toMatchObject(LOST)
  await expect(work).rejects.toMatchObject(LOST)
  expect(await database.sql`select text from note`).toEqual([])
  await handle.close()
})

test('a connection that is lost before its first word was written serves again', async () => {
  await using database = await createTestDatabase()
  await using proxy = await startProxy(database.url)
  const handle = open(proxy.url)
  expect(await askAll(handle.sql)).toEqual(ANSWERS)
  const tell = (sql: Sql, seconds: number) =>
    sql`select pg_sleep(${seconds})`.then(
      () => 'answered',
      () => 'lost',
    )
  const again = tell(handle.sql, 10).then(() => tell(handle.sql, 0))
  await pause(100)
  proxy.breakAll()
  await again
  await pause(100)
  expect(await askAll(handle.sql)).toEqual(ANSWERS)
  await handle.close()
})

test('however often the database was not there, it is asked again within half a second', () => {
  const pauses = [0, 1, 5, 20, 2_000].map(reconnectPause)
  expect(Math.max(...pauses)).toBeLessThanOrEqual(0.5)
  expect(pauses[0]).toBeLessThanOrEqual(0.02)
})
