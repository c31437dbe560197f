import { Router } from 'express'
import { expect, test } from 'vitest'
import { insertSplitRow } from '#tests/support/insert-split'
import { createTestApp } from '#tests/support/test-app'
import { document } from '#db/schema/content'
import { split } from '#db/schema/split'
import type { App } from '~/platform/context/context'
import { listen } from './listen'
import { createWeb } from './web'

/** A page that answers with the cookies that it was asked with. */
async function serve(app: App) {
  const routes = Router()
  routes.use((req, res) => void res.send(req.headers.cookie ?? ''))
  const listener = await listen('127.0.0.1', 0)
  const api = { ahead: Router(), rest: Router() }
  listener.serve(
    createWeb({ app, api, pages: { files: Router(), routes, reading: null }, accepting: () => true }),
  )
  return {
    get: (path: string, headers = {}) => fetch(`http://127.0.0.1:${listener.port}${path}`, { headers }),
    [Symbol.asyncDispose]: () => listener.drain(0),
  }
}

async function runSplit({ db, content }: App): Promise<void> {
  await insertSplitRow(db)
  const [row] = await db.select().from(split)
  await db.update(document).set({ status: 'published', liveRevisionId: row?.controlRevisionId ?? null })
  content.refresh()
}

test('a browser gets its id with the first page while a split runs, and its page knows it already', async () => {
  await using test = await createTestApp()
  await using site = await serve(test.app)
  expect((await site.get('/')).headers.get('set-cookie')).toBeNull()
  await runSplit(test.app)
  const first = await site.get('/')
  const cookie = first.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/^foyer_visitor=/)
  expect(cookie).toContain('HttpOnly')
  expect(cookie).not.toContain('Max-Age')
  const [pair = ''] = cookie.split(';')
  expect(await first.text()).toBe(pair)
  const again = await site.get('/', { cookie: pair })
  expect([again.headers.get('set-cookie'), await again.text()]).toEqual([null, pair])
})

test('pages of staff and of the visitor alone name nobody', async () => {
  await using test = await createTestApp()
  await using site = await serve(test.app)
  await runSplit(test.app)
  for (const path of ['/studio', '/boards', '/me', '/sign-in']) {
    expect([path, (await site.get(path)).headers.get('set-cookie')]).toEqual([path, null])
  }
})
