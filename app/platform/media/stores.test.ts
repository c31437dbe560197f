import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import S3rver from 's3rver'
import { expect, test } from 'vitest'
import { openMediaStore } from './open-store'
import type { MediaStore } from './media-store'
import type { S3Settings } from './s3-store'

const KEY = `${'a'.repeat(64)}/480.webp`

async function temporary() {
  const directory = await mkdtemp(join(tmpdir(), 'foyer-store-'))
  return { directory, [Symbol.asyncDispose]: () => rm(directory, { recursive: true }) }
}

/** A real S3-compatible server on this machine, with one bucket. */
async function bucket(directory: string) {
  const server = new S3rver({
    ...{ address: '127.0.0.1', port: 0, silent: true, directory },
    configureBuckets: [{ name: 'media', configs: [] }],
  })
  const { port } = await server.run()
  const settings: S3Settings = {
    ...{ endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1', bucket: 'media', prefix: 'foyer' },
    ...{ accessKey: 'S3RVER', secretKey: 'S3RVER' },
  }
  return { settings, [Symbol.asyncDispose]: () => server.close() }
}

const read = async (store: MediaStore, range?: { start: number; end: number }) => {
  const content = await store.open(KEY, range)
  return content && text(content)
}

async function expectToKeep(store: MediaStore) {
  expect(await read(store)).toBe(null)
  await store.put(KEY, Buffer.from('0123456789'), 'image/webp')
  await store.put(KEY, Buffer.from('0123456789'), 'image/webp')
  expect(await read(store)).toBe('0123456789')
  expect(await read(store, { start: 2, end: 4 })).toBe('234')
  await store.remove(KEY)
  await store.remove(KEY)
  expect(await read(store)).toBe(null)
}

test('a directory keeps files, gives parts of them and loses what is removed', async () => {
  await using at = await temporary()
  await expectToKeep(openMediaStore({ directory: join(at.directory, 'not', 'there') }))
})

test('a bucket of an S3 server does the same', async () => {
  await using at = await temporary()
  await using s3 = await bucket(at.directory)
  await expectToKeep(openMediaStore({ s3: s3.settings }))
  await expectToKeep(openMediaStore({ s3: { ...s3.settings, prefix: '' } }))
})

test('a key that is not known and a bucket that is not there are told', async () => {
  await using at = await temporary()
  await using s3 = await bucket(at.directory)
  const put = (change: Partial<S3Settings>) =>
    openMediaStore({ s3: { ...s3.settings, ...change } }).put(KEY, Buffer.from('a'), 'image/webp')
  await expect(put({ accessKey: 'WRONG' })).rejects.toThrow('The media store answered 403 to PUT.')
  await expect(put({ bucket: 'other' })).rejects.toThrow('no bucket “other”')
})
