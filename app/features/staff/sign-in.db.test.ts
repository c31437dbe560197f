import { eq } from 'drizzle-orm'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { authSession } from '#db/schema/auth'
import { auditEntry } from '#db/schema/content'
import { createTestDatabase } from '#db/testing'
import type { TestDatabase } from '#db/testing'
import { CLIENT_IP_HEADER, createAuth } from '~/platform/sign-in/auth'
import type { App, Context } from '~/platform/context/context'
import { systemContext } from '~/platform/context/context'
import { parseEnvironment } from '~/platform/environment'
import { createContext } from '~/platform/context/request-context'
import { createSignInLimits } from '~/platform/sign-in/sign-in-limits'
import { changePassword } from './change-password.server'
import { createPerson } from './create-person.server'
import { signIn } from './sign-in.server'
import { signOut } from './sign-out.server'

const LIN = {
  name: 'Lin',
  email: 'lin@example.com',
  password: 'correct horse battery',
  roles: ['operator'] as const,
}
const OTHER_PASSWORD = 'another long password'

/** The parts of the app that sign-in touches; a verb that reached for others would fail loudly. */
const staffApp = (database: TestDatabase): App => {
  const env = parseEnvironment({ NODE_ENV: 'test' }, () => 's'.repeat(40))
  const log = pino({ level: 'silent' })
  const { db, sql } = database
  const content = { published: async () => null } as unknown as App['content']
  const auth = createAuth({ db, env, log })
  const signInLimits = createSignInLimits()
  return { env, log, db, sql, content, auth, signInLimits, now: () => new Date() } as App
}

const browser = (cookies: string[] = [], ip = '203.0.113.7') =>
  new Headers({ cookie: cookies.map((each) => each.split(';')[0]).join('; '), [CLIENT_IP_HEADER]: ip })

const contextOf = (app: App, headers: Headers): Promise<Context> =>
  createContext(app, {
    url: new URL('http://127.0.0.1/studio'),
    headers,
    requestId: 'r',
    nonce: 'n',
    address: '203.0.113.7',
  })

const addLin = (app: App) =>
  createPerson({ ctx: systemContext(app, 'test'), input: { ...LIN, roles: [...LIN.roles] } })

const signInLin = async (app: App, password = LIN.password, headers = browser()) =>
  (await signIn({ ctx: await contextOf(app, headers), input: { email: LIN.email, password, headers } }))
    .cookies

test('a session says who acts, with the roles', async () => {
  await using database = await createTestDatabase()
  const app = staffApp(database)
  await addLin(app)
  const cookies = await signInLin(app)
  expect(cookies[0]).toMatch(/HttpOnly/i)
  const ctx = await contextOf(app, browser(cookies))
  expect(ctx.actor).toMatchObject({ kind: 'staff', name: 'Lin', email: LIN.email, roles: ['operator'] })
})

test('signing out ends the session itself, not only the cookie', async () => {
  await using database = await createTestDatabase()
  const app = staffApp(database)
  await addLin(app)
  const headers = browser(await signInLin(app))
  await signOut({ ctx: await contextOf(app, headers), input: { headers } })
  expect((await contextOf(app, headers)).actor).toEqual({ kind: 'public' })
  expect(await app.db.select().from(authSession)).toHaveLength(0)
})

test('a new password ends the sessions of every device and gives this one a fresh session', async () => {
  await using database = await createTestDatabase()
  const app = staffApp(database)
  await addLin(app)
  const [here, elsewhere] = [browser(await signInLin(app)), browser(await signInLin(app))]
  const input = { currentPassword: LIN.password, newPassword: OTHER_PASSWORD, again: OTHER_PASSWORD }
  const { cookies } = await changePassword({
    ctx: await contextOf(app, here),
    input: { ...input, headers: here },
  })
  expect((await contextOf(app, here)).actor.kind).toBe('public')
  expect((await contextOf(app, elsewhere)).actor.kind).toBe('public')
  expect((await contextOf(app, browser(cookies))).actor.kind).toBe('staff')
  await expect(signInLin(app)).rejects.toMatchObject({ code: 'unauthenticated' })
  expect(await signInLin(app, OTHER_PASSWORD)).not.toHaveLength(0)
})

test('a wrong current password changes nothing', async () => {
  await using database = await createTestDatabase()
  const app = staffApp(database)
  await addLin(app)
  const headers = browser(await signInLin(app))
  const input = { currentPassword: 'not this one at all', newPassword: OTHER_PASSWORD, again: OTHER_PASSWORD }
  await expect(
    changePassword({ ctx: await contextOf(app, headers), input: { ...input, headers } }),
  ).rejects.toMatchObject({
    code: 'forbidden',
  })
  expect((await contextOf(app, headers)).actor.kind).toBe('staff')
})

test('an unknown address and a wrong password are refused alike', async () => {
  await using database = await createTestDatabase()
  const app = staffApp(database)
  await addLin(app)
  const ctx = await contextOf(app, browser())
  const refusal = async (email: string) =>
    signIn({ ctx, input: { email, password: 'wrong wrong wrong', headers: browser() } }).catch(
      (error: Error) => error,
    )
  expect(await refusal('nobody@example.com')).toEqual(await refusal(LIN.email))
})

test('the eleventh try in a minute from one address is refused, whatever the client claims of itself', async () => {
  await using database = await createTestDatabase()
  const app = staffApp(database)
  await addLin(app)
  const attempt = async (ip: string) => {
    const headers = browser([], ip)
    headers.set('x-forwarded-for', `198.51.100.${Math.floor(Math.random() * 200)}`)
    return signInLin(app, 'wrong wrong wrong', headers).catch((error: { code: string }) => error.code)
  }
  const codes = []
  for (let count = 0; count < 11; count += 1) codes.push(await attempt('203.0.113.7'))
  expect(codes.slice(0, 10)).toEqual(Array(10).fill('unauthenticated'))
  expect(codes[10]).toBe('rate-limited')
  expect(await attempt('203.0.113.8')).toBe('unauthenticated')
})

/** Wrong tries with one address, each from a network of its own. */
const guess = async (app: App, email: string, count: number, cookies: string[] = []) => {
  const codes: string[] = []
  for (let from = 0; from < count; from += 1) {
    const headers = browser(cookies, `2001:db8:${from.toString(16)}::1`)
    const input = { email, password: 'wrong wrong wrong' }
    const code = await signIn({ ctx: await contextOf(app, headers), input: { ...input, headers } }).then(
      () => 'in',
      (error: { code: string }) => error.code,
    )
    codes.push(code)
  }
  return codes
}

test('guesses at one address are slowed whatever network they come from, alike for one that is nobody’s', async () => {
  await using database = await createTestDatabase()
  const app = staffApp(database)
  await addLin(app)
  const expected = [...Array<string>(15).fill('unauthenticated'), 'rate-limited', 'rate-limited']
  expect(await guess(app, LIN.email, 17)).toEqual(expected)
  expect(await guess(app, 'nobody@example.com', 17)).toEqual(expected)
  expect(await guess(app, 'another@example.com', 1)).toEqual(['unauthenticated'])
})

test('strangers who guess keep nobody out for longer than a minute, and not where they signed in before', async () => {
  await using database = await createTestDatabase()
  const app = staffApp(database)
  await addLin(app)
  const known = (await signInLin(app)).filter((cookie) => cookie.startsWith('foyer_known='))
  await guess(app, LIN.email, 16)
  const elsewhere = browser([], '198.51.100.9')
  await expect(signInLin(app, LIN.password, elsewhere)).rejects.toMatchObject({ code: 'rate-limited' })
  expect(await signInLin(app, LIN.password, browser(known, '198.51.100.9'))).not.toHaveLength(0)
  const later = { ...app, now: () => new Date(Date.now() + 61_000) }
  expect(await signInLin(later, LIN.password, elsewhere)).not.toHaveLength(0)
})

test('a browser is known for the address that signed in there alone', async () => {
  await using database = await createTestDatabase()
  const app = staffApp(database)
  await addLin(app)
  const known = (await signInLin(app)).filter((cookie) => cookie.startsWith('foyer_known='))
  const codes = await guess(app, 'mei@example.com', 16, known)
  expect(codes.at(-1)).toBe('rate-limited')
})

test('a failed sign-in is told to the audit, without what was typed, and not without end', async () => {
  await using database = await createTestDatabase()
  const app = staffApp(database)
  const { id } = await addLin(app)
  await guess(app, LIN.email, 2)
  await guess(app, 'secret-typo@example.com', 1)
  const entries = await app.db.select().from(auditEntry).where(eq(auditEntry.action, 'person.sign-in-failed'))
  expect(entries.map(({ subjectId, data }) => [subjectId === id, data])).toEqual(
    expect.arrayContaining([
      [true, { note: LIN.email }],
      [true, { note: LIN.email }],
      [false, {}],
    ]),
  )
  expect(JSON.stringify(entries)).not.toMatch(/wrong wrong|secret-typo/)
  const count = () => app.db.$count(auditEntry, eq(auditEntry.action, 'person.sign-in-failed'))
  while (app.signInLimits.notes.take(id, app.now()) === null);
  await guess(app, LIN.email, 2)
  expect(await count()).toBe(3)
})

test('nobody can sign up, and a session that ran out is nobody', async () => {
  await using database = await createTestDatabase()
  const app = staffApp(database)
  const body = JSON.stringify({ name: 'Eve', email: 'eve@example.com', password: OTHER_PASSWORD })
  const headers = { 'content-type': 'application/json', origin: 'http://127.0.0.1' }
  const answer = await app.auth.handler(
    new Request('http://127.0.0.1/api/auth/sign-up/email', { method: 'POST', headers, body }),
  )
  expect(answer.ok).toBe(false)
  const { id } = await addLin(app)
  const cookies = await signInLin(app)
  await app.db
    .update(authSession)
    .set({ expiresAt: new Date(0) })
    .where(eq(authSession.userId, id))
  expect((await contextOf(app, browser(cookies))).actor.kind).toBe('public')
})

test('a forged session cookie is nobody', async () => {
  await using database = await createTestDatabase()
  const app = staffApp(database)
  const ctx = await contextOf(app, new Headers({ cookie: 'foyer.session_token=abc.def' }))
  expect(ctx.actor.kind).toBe('public')
})

test('an address is taken once, and only who manages people adds any', async () => {
  await using database = await createTestDatabase()
  const app = staffApp(database)
  await addLin(app)
  await expect(addLin(app)).rejects.toMatchObject({ code: 'conflict' })
  const ctx = await contextOf(app, browser(await signInLin(app)))
  const input = { ...LIN, roles: [...LIN.roles], email: 'new@example.com' }
  await expect(createPerson({ ctx, input })).rejects.toMatchObject({ code: 'forbidden' })
})

test.each([
  ['josé@ejemplo.es', '<JOSE\u0301@ejemplo.es>', 'josé@ejemplo.es'],
  ['用户@例子.中国', '用户＠例子。中国', '用户@xn--fsqu00a.xn--fiqs8s'],
])('who has the address %s signs in with it however it is written', async (email, written, shown) => {
  await using database = await createTestDatabase()
  const app = staffApp(database)
  const input = { ...LIN, email, roles: [...LIN.roles] }
  await createPerson({ ctx: systemContext(app, 'test'), input })
  const headers = browser()
  const ctx = await contextOf(app, headers)
  const { cookies } = await signIn({ ctx, input: { email: written, password: LIN.password, headers } })
  expect((await contextOf(app, browser(cookies))).actor).toMatchObject({ kind: 'staff', email: shown })
})
