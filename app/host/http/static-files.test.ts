import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import type { ErrorRequestHandler } from 'express'
import { expect, test } from 'vitest'
import { rawRequest } from '#tests/support/raw-request'
import { listen } from './listen'
import { staticFiles } from './static-files'

const FILES = {
  'favicon.ico': 'icon',
  'secret.txt': 'beside the assets',
  'assets/both.js': 'plain',
  'assets/both.js.br': 'brotli',
  'assets/both.js.gz': 'gzip',
  'assets/zipped.css': 'plain',
  'assets/zipped.css.gz': 'gzip',
  'assets/small.js': 'plain',
  'assets/.hidden.js': 'hidden',
}

const answerError: ErrorRequestHandler = (error: { status: number }, _req, res, _next) =>
  void res.status(error.status).send('refused')

/** A server of these files alone. */
async function serveFiles() {
  const client = await mkdtemp(join(tmpdir(), 'foyer-static-'))
  await mkdir(join(client, 'assets'))
  for (const [name, text] of Object.entries(FILES)) await writeFile(join(client, name), text)
  const listener = await listen('127.0.0.1', 0)
  listener.serve(express().use(staticFiles(client)).use(answerError))
  const origin = `http://127.0.0.1:${listener.port}`
  return {
    ask: (path: string, headers: Record<string, string> = {}, method = 'GET') =>
      rawRequest(origin, path, { method, headers }),
    [Symbol.asyncDispose]: async () => {
      await listener.drain(0)
      await rm(client, { recursive: true })
    },
  }
}

test('an asset is sent in the smallest form that the browser accepts', async () => {
  await using site = await serveFiles()
  const formOf = async (path: string, accepted: string) => {
    const { text, headers } = await site.ask(path, { 'accept-encoding': accepted })
    return [text, headers['content-encoding'], headers.vary]
  }
  const vary = 'Accept-Encoding'
  expect(await formOf('/assets/both.js', 'gzip, deflate, br')).toEqual(['brotli', 'br', vary])
  expect(await formOf('/assets/both.js?v=1', 'gzip;q=1, br;q=0.2')).toEqual(['brotli', 'br', vary])
  expect(await formOf('/assets/both.js', 'gzip')).toEqual(['gzip', 'gzip', vary])
  expect(await formOf('/assets/both.js', 'br;q=0, gzip')).toEqual(['gzip', 'gzip', vary])
  expect(await formOf('/assets/both.js', 'br;q=0, gzip;q=0')).toEqual(['plain', undefined, vary])
  expect(await formOf('/assets/both.js', '')).toEqual(['plain', undefined, vary])
  expect(await formOf('/assets/zipped.css', 'br, gzip')).toEqual(['gzip', 'gzip', vary])
  expect(await formOf('/assets/small.js', 'br, gzip')).toEqual(['plain', undefined, undefined])
})

test('each form has the type of the file, is kept forever, and is known again by its tag', async () => {
  await using site = await serveFiles()
  for (const [accepted, path, type] of [
    ['br', '/assets/both.js', 'text/javascript; charset=utf-8'],
    ['gzip', '/assets/zipped.css', 'text/css; charset=utf-8'],
    ['', '/assets/both.js', 'text/javascript; charset=utf-8'],
  ] as const) {
    const { headers } = await site.ask(path, { 'accept-encoding': accepted })
    expect(headers['content-type']?.toLowerCase()).toBe(type)
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    const again = await site.ask(path, { 'accept-encoding': accepted, 'if-none-match': headers.etag ?? '' })
    expect([again.status, again.text]).toEqual([304, ''])
  }
})

test('HEAD answers with the headers alone, and a range with a part of the form that is sent', async () => {
  await using site = await serveFiles()
  const head = await site.ask('/assets/both.js', { 'accept-encoding': 'br' }, 'HEAD')
  expect([head.status, head.text, head.headers['content-length']]).toEqual([200, '', '6'])
  const part = await site.ask('/assets/both.js', { 'accept-encoding': 'br', range: 'bytes=-3' })
  expect([part.status, part.text, part.headers['content-range']]).toEqual([206, 'tli', 'bytes 3-5/6'])
})

test('an answer that is not the file has neither its encoding nor its place in caches', async () => {
  await using site = await serveFiles()
  const beyond = await site.ask('/assets/both.js', { 'accept-encoding': 'br', range: 'bytes=99-' })
  expect([beyond.status, beyond.text]).toEqual([416, 'refused'])
  expect(beyond.headers['cache-control']).toBeUndefined()
  const posted = await site.ask('/assets/both.js', { 'accept-encoding': 'br' }, 'POST')
  expect([posted.status, posted.text]).toEqual([404, 'There is no such file.\n'])
  expect(posted.headers['cache-control']).toBe('no-store')
  for (const { headers } of [beyond, posted]) expect(headers['content-encoding']).toBeUndefined()
})

test('hidden files, folders and paths that lead out of the assets are not there', async () => {
  await using site = await serveFiles()
  const paths = [
    '/assets/.hidden.js',
    '/assets/',
    '/assets/nope.js',
    '/assets/../secret.txt',
    '/assets/%2e%2e/secret.txt',
    '/assets/..%2fsecret.txt',
    '/assets/both.js/',
  ]
  for (const path of paths) {
    const { status, text } = await site.ask(path, { 'accept-encoding': 'br' })
    expect([path, status >= 400 && status < 500, text.includes('beside')]).toEqual([path, true, false])
  }
  expect((await site.ask('/assets/%E0%A4%A')).status).toBe(400)
})

test('files beside the assets are kept for an hour', async () => {
  await using site = await serveFiles()
  const { text, headers } = await site.ask('/favicon.ico')
  expect([text, headers['cache-control']]).toEqual(['icon', 'public, max-age=3600'])
})
