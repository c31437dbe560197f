import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import compression from 'compression'
import { eq } from 'drizzle-orm'
import express from 'express'
import { expect, test } from 'vitest'
import { authUser } from '#db/schema/auth'
import { openStream } from '#tests/support/event-stream'
import { publishDemo } from '#tests/support/publish-demo'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import { serveApi } from '#tests/support/test-server'
import type { StaffRole } from '~/domain/access/permissions'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import { listTrials } from '~/features/boards/trials/list-trials.server'
import { startTrial } from '~/features/collect/trials/start-trial.server'
import { createPerson } from '~/features/staff/create-person.server'
import { signIn } from '~/features/staff/sign-in.server'
import { signOut } from '~/features/staff/sign-out.server'
import { paths } from '~/paths'
import type { App } from '~/platform/context/context'
import { systemContext } from '~/platform/context/context'
import { EventStreams } from '~/platform/http/event-streams'
import { liveTrials } from './live-trials'

const PASSWORD = 'correct horse battery'

/** The cookie of a new person who signed in. */
async function signedIn({ app, as }: TestApp, role: StaffRole): Promise<string> {
  const email = `${role}@example.com`
  await createPerson({
    ctx: systemContext(app, 'test'),
    input: { name: role, email, password: PASSWORD, roles: [role] },
  })
  const { cookies } = await signIn({
    ctx: as(null),
    input: { email, password: PASSWORD, headers: new Headers() },
  })
  return cookies.map((each) => each.split(';')[0]).join('; ')
}

async function startOne(test: TestApp, plan = 'free') {
  await startTrial({ ctx: test.as(), input: { demo: 'request-approval', plan } })
}

/** The watermark of a view that is opened now. */
async function seenBy(test: TestApp, cookie: string): Promise<string> {
  const actor = {
    kind: 'staff' as const,
    id: cookie,
    name: 'x',
    email: 'x@example.com',
    roles: ['growth' as const],
  }
  const { query } = await listTrials({ ctx: test.as(null, { actor }), input: {} })
  return String(query.asOf)
}

/** The stream alone, at a quick pace, behind the compression. */
async function serveLive(app: App) {
  const site = express()
  site.use(compression())
  site.get(paths.liveTrials(), liveTrials(app, { beatMs: 20, pauseMs: 10 }))
  const server = createServer(site).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

test('a page is told how many trials it lacks, by its own filter, as they come', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const cookie = await signedIn(test, 'growth')
  await startOne(test)
  const asOf = await seenBy(test, cookie)
  await using server = await serveApi(test.app)
  const open = (query: Record<string, string>, more = {}) =>
    openStream(server.origin + paths.liveTrials({ asOf, ...query }), { cookie, ...more })
  await using every = await open({})
  await using premium = await open({ plan: 'premium' })
  expect(every.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(every.headers.get('content-encoding')).toBeNull()
  expect(every.headers.get('cache-control')).toBe('no-store')
  expect((await every.next('trials'))?.data).toMatchObject({ count: 0 })
  expect((await premium.next('trials'))?.data).toMatchObject({ count: 0 })
  await startOne(test)
  expect((await every.next('trials'))?.data).toMatchObject({ count: 1 })
  await startOne(test, 'premium')
  const two = await every.next('trials')
  expect(two?.data).toMatchObject({ count: 2 })
  expect((await premium.next('trials'))?.data).toMatchObject({ count: 1 })
  // A browser that was cut off lacks nothing, and one that has it all is not told again.
  await using again = await open({}, { 'last-event-id': '1' })
  expect(await again.next('trials')).toEqual({ ...two, data: expect.objectContaining({ count: 2 }) })
  await using uptodate = await open({}, { 'last-event-id': two?.id ?? '' })
  await startOne(test)
  expect((await uptodate.next('trials'))?.data).toMatchObject({ count: 3 })
})

test('a stream ends when the person signs out or loses the role, and is refused to who may not see boards', async () => {
  await using test = await createTestApp()
  const [growth, admin, operator] = [
    await signedIn(test, 'growth'),
    await signedIn(test, 'admin'),
    await signedIn(test, 'operator'),
  ]
  await using server = await serveLive(test.app)
  const url = server.origin + paths.liveTrials()
  await using one = await openStream(url, { cookie: growth })
  await using other = await openStream(url, { cookie: admin })
  expect(await one.next('beat')).not.toBeNull()
  await signOut({ ctx: test.as(null), input: { headers: new Headers({ cookie: growth }) } })
  expect(await one.next('end')).not.toBeNull()
  expect(await one.next('beat')).toBeNull()
  expect(await other.next('beat')).not.toBeNull()
  await test.app.db
    .update(authUser)
    .set({ roles: ['operator'] })
    .where(eq(authUser.name, 'admin'))
  expect(await other.next('end')).not.toBeNull()
  await using web = await serveApi(test.app)
  const statuses = ['', operator, growth].map(async (cookie) => {
    return (await openStream(web.origin + paths.liveTrials(), { cookie })).status
  })
  expect(await Promise.all(statuses)).toEqual([401, 403, 401])
})

test('a person has only so many streams open, so has the process, and all end when the server stops', async () => {
  await using test = await createTestApp()
  const cookies = [await signedIn(test, 'growth'), await signedIn(test, 'admin')]
  const app = { ...test.app, streams: new EventStreams({ perPerson: 2, perProcess: 3 }) }
  await using server = await serveApi(app)
  const open = (cookie = '') => openStream(server.origin + paths.liveTrials(), { cookie })
  const [growth, admin] = cookies
  await using first = await open(growth)
  await using second = await open(growth)
  expect((await open(growth)).status).toBe(429)
  await using third = await open(admin)
  expect((await open(admin)).status).toBe(503)
  expect([first.status, second.status, third.status, app.streams.count]).toEqual([200, 200, 200, 3])
  app.streams.close()
  for (const stream of [first, second, third]) expect(await stream.next('end')).toBeNull()
  expect((await open(admin)).status).toBe(503)
})
