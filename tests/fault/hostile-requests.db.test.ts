import { setTimeout as delay } from 'node:timers/promises'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { createTestDatabase } from '#db/testing'
import { insertDocument } from '#db/queries/documents'
import { sample, TRIES_ALL } from '#tests/support/depth'
import { HOSTILE_FORMS, HOSTILE_HEADS, HOSTILE_JSON } from '#tests/support/hostile'
import type { HostilePart } from '#tests/support/hostile'
import { pagePaths } from '#tests/support/page-paths'
import { publishDemo } from '#tests/support/publish-demo'
import { startSite } from '#tests/support/start-site'
import { soundFiles } from '#tests/support/studio-demos'
import { openApiDocument } from '~/host/api/openapi/document'

/** A hostile request that must get a regular response. */
interface Hostile {
  name: string
  method: string
  path: string
  headers: Record<string, string>
  body: Uint8Array<ArrayBuffer> | undefined
}

/** The values for the parts of an address: a draft that is too long for its checks, and unknown ids. */
const VALUES: Record<string, string> = { kind: 'demo', slug: 'huge' }
const filled = (path: string) =>
  path
    .replace(/[:{](\w+)}?/g, (_, name: string) => VALUES[name] ?? '0190a6f0-0000-7000-8000-000000000000')
    .replace('*', 'nothing-here')

const PAGES = pagePaths().map(filled)

const ENDPOINTS = Object.entries(openApiDocument().paths ?? {}).flatMap(([path, item]) =>
  Object.keys(item ?? {}).map((method) => ({ method: method.toUpperCase(), path: `/api/v1${filled(path)}` })),
)

let network = 0
/** Each request comes from a different network, so that no rate limit applies. */
const fromAnywhere = () => {
  network += 1
  return { 'X-Forwarded-For': `10.${(network >> 16) & 255}.${(network >> 8) & 255}.${network & 255}` }
}

function hostile(method: string, path: string, part: HostilePart, own: Record<string, string>): Hostile {
  const cookies = [own.Cookie, part.headers?.Cookie].filter(Boolean).join('; ')
  const headers = { ...own, ...part.headers, ...(cookies && { Cookie: cookies }) }
  return { name: part.name, method, path: path + (part.query ?? ''), headers, body: part.body }
}

const isStaffPage = (path: string) => /^\/(studio|boards|account)/.test(path)

const LONG = 100_000
const EDITOR = '/studio/demo/huge'

/** Every form on every page, as a data request; the long bodies and the headers in turn, some for each page. */
function onPages(paths: string[], own: Record<string, string>): Hostile[] {
  return paths.flatMap((path, index) => {
    const inTurn = (at: number) => (at + index) % 3 === 0
    const forms = HOSTILE_FORMS.filter(
      ({ body }, at) => (body?.length ?? 0) < LONG || path === EDITOR || inTurn(at),
    )
    return [
      ...forms.map((part) => hostile('POST', path === '/' ? '/_root.data' : `${path}.data`, part, own)),
      ...HOSTILE_HEADS.filter((_, at) => inTurn(at)).map((part) => hostile('GET', path, part, own)),
    ]
  })
}

const onEndpoints = ENDPOINTS.flatMap(({ method, path }) =>
  (method === 'GET' ? HOSTILE_HEADS : HOSTILE_JSON).map((part) => hostile(method, path, part, {})),
)

/** Sends the request, reads the response and returns its status; 0 when the connection was closed. */
async function send(origin: string, { method, path, headers, body }: Hostile): Promise<number> {
  try {
    const response = await fetch(origin + path, {
      method,
      headers: { Origin: origin, ...fromAnywhere(), ...headers },
      redirect: 'manual',
      ...(body !== undefined && { body }),
    })
    await response.arrayBuffer()
    return response.status
  } catch {
    return 0
  }
}

/** Each hostile part twice: on the first request that can have it and on a later one. */
function eachPartTwice(all: Hostile[]): Hostile[] {
  const byName = new Map<string, Hostile[]>()
  for (const one of all) byName.set(one.name, [...(byName.get(one.name) ?? []), one])
  return [...byName.values()].flatMap((some) => sample(some, 2))
}

const PATIENCE_MS = 1_000

/** The longest response time of the health check while the work runs. */
async function slowestHealth(origin: string, work: () => Promise<unknown>): Promise<number> {
  let isDone = false
  let slowest = 0
  const done = work().finally(() => (isDone = true))
  while (!isDone) {
    const asked = performance.now()
    await fetch(`${origin}/healthz`).then((response) => response.text())
    slowest = Math.max(slowest, performance.now() - asked)
    await delay(20)
  }
  await done
  return slowest
}

/**
 * Sends all requests, some in parallel; those sent while the site was slow are repeated one by one, to find the
 * cause.
 */
async function culprits(origin: string, all: Hostile[]): Promise<string[]> {
  const found: string[] = []
  for (let at = 0; at < all.length; at += 40) {
    const some = all.slice(at, at + 40)
    const sendAll = () => Promise.all(some.map((one) => send(origin, one)))
    if ((await slowestHealth(origin, sendAll)) < PATIENCE_MS) continue
    for (const one of some) {
      const alone = await slowestHealth(origin, () => send(origin, one))
      if (alone >= PATIENCE_MS)
        found.push(`${one.method} ${one.path.slice(0, 60)}: ${one.name}: ${Math.round(alone)} ms`)
    }
  }
  return found
}

test(
  'whatever one request holds, the others are answered within a second',
  { timeout: 240_000 },
  async () => {
    await using database = await createTestDatabase()
    await publishDemo(database.db, soundFiles['demo.yaml'] ?? '')
    const huge = Array.from({ length: 90_000 }, (_, index) => `k${index}: 1`).join('\n')
    const draft = { id: uuidv7(), kind: 'demo' as const, slug: 'huge', status: 'draft' as const }
    await insertDocument(database.db, { ...draft, draftFiles: { 'demo.yaml': huge } })
    await using site = await startSite(database.url)
    const staff = { Cookie: await site.signIn('admin') }
    expect(PAGES.length).toBeGreaterThan(40)
    expect(ENDPOINTS.length).toBeGreaterThan(8)
    const asStaff = onPages(PAGES.filter(isStaffPage), staff)
    const all = [...onPages(PAGES, {}), ...asStaff, ...onEndpoints]
    expect(await culprits(site.origin, TRIES_ALL ? all : eachPartTwice(all))).toEqual([])
  },
)
