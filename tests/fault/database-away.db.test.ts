import { expect, test } from 'vitest'
import { createTestDatabase } from '#db/testing'
import { sample } from '#tests/support/depth'
import { publishDemo } from '#tests/support/publish-demo'
import { startSite } from '#tests/support/start-site'
import { soundFiles } from '#tests/support/studio-demos'
import { startProxy } from './proxy'

const CENTER = ['/', '/demos/ask', '/pricing', '/help', '/talk', '/me', '/sign-in']
const STAFF = ['/account', '/studio', '/studio/demo/ask', '/studio/keys', '/boards', '/boards/trials']
const WORDS = { en: 'Back in a moment', es: 'Volvemos enseguida', zh: '稍后恢' }

test(
  'while the database is away pages answer 503 in their frame and language, and serve again once it is back',
  { timeout: 240_000 },
  async () => {
    await using database = await createTestDatabase()
    await publishDemo(database.db, soundFiles['demo.yaml'] ?? '')
    await using proxy = await startProxy(database.url)
    await using site = await startSite(proxy.url)
    const staff = await site.signIn('admin')
    const ask = async (path: string, language = 'en') => {
      const headers = { 'Accept-Language': language, ...(STAFF.includes(path) && { Cookie: staff }) }
      // A page leads to its address in the language that is asked for.
      const response = await fetch(site.origin + path, { headers })
      return {
        status: response.status,
        again: response.headers.get('retry-after'),
        text: await response.text(),
      }
    }
    const statuses = async (paths: string[]) => {
      const asked = paths.map(async (path) => [path, (await ask(path)).status] as const)
      return Object.fromEntries(await Promise.all(asked))
    }
    const all = [...CENTER, ...STAFF]
    const served = Object.fromEntries(all.map((path) => [path, 200]))
    expect(await statuses(all)).toEqual(served)

    proxy.isDown = true
    proxy.breakAll()
    // What is kept in memory is served until the lost connection is noticed.
    await expect.poll(async () => (await ask('/')).status, { timeout: 10_000 }).toBe(503)
    for (const path of sample(all, 4)) {
      for (const [language, words] of Object.entries(WORDS)) {
        const { status, again, text } = await ask(path, language)
        expect([path, language, status, again]).toEqual([path, language, 503, '5'])
        expect(text).toContain(words)
        expect(text).toContain('<nav')
      }
      const { status, again } = await ask(path === '/' ? '/_root.data' : `${path}.data`)
      expect([path, status, again]).toEqual([path, 503, '5'])
    }

    proxy.isDown = false
    await expect.poll(() => statuses(all), { timeout: 30_000 }).toEqual(served)
  },
)
