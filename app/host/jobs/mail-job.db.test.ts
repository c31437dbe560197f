import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { SMTPServerOptions } from 'smtp-server'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { findMail } from '#db/queries/mails'
import type { MailRow } from '#db/queries/mails'
import pino from 'pino'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import { smtpTransport } from './mail-transport'
import { startMailJob } from './mail-job'
import { queueMail } from '~/platform/mail/queue-mail'

const QUICK = { pollSeconds: 0.5, retrySeconds: 0 }
const WORDS = { lines: ['Hello'], link: { label: 'Open', href: 'http://foyer.example/x' }, after: [] }

interface Post extends AsyncDisposable {
  port: number
  got: string[]
}

/** A real mail server that keeps what it takes, and refuses whoever is called nobody. */
async function serveMail(port = 0, options: SMTPServerOptions = {}): Promise<Post> {
  const got: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) =>
      done(
        address.startsWith('nobody') ? Object.assign(new Error('no such box'), { responseCode: 550 }) : null,
      ),
    onData: (stream, _session, done) => {
      let text = ''
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
      stream.on('end', () => {
        got.push(text)
        done()
      })
    },
    ...options,
  })
  server.on('error', () => {})
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    port: (server.server.address() as AddressInfo).port,
    got,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** A port on which nothing listens. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

const withMail = (app: TestApp['app'], port: number) => ({
  ...app,
  now: () => new Date(),
  env: { ...app.env, mail: { url: `smtp://127.0.0.1:${port}`, from: 'Foyer <foyer@foyer.example>' } },
})

const queue = ({ app }: TestApp, to: string, options: { subject?: string; expiresAt?: Date } = {}) =>
  queueMail(app.db, {
    ...{ kind: 'verify-address', to, visitorId: uuidv7(), locale: 'en', at: new Date() },
    ...{ words: { subject: options.subject ?? 'Confirm', ...WORDS } },
    ...(options.expiresAt && { expiresAt: options.expiresAt }),
  })

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50))
}

const mailOf = async ({ app }: TestApp, id: string): Promise<MailRow> => {
  const found = await findMail(app.db, id)
  if (!found) throw new Error('The message is gone.')
  return found
}

const stands = (test: TestApp, id: string, state: MailRow['state']) => async () =>
  (await mailOf(test, id)).state === state

test('what waits is sent, by two instances once, and its secret words are not kept', async () => {
  await using test = await createTestApp()
  await using post = await serveMail()
  const { url } = test
  const ids = await Promise.all(Array.from({ length: 12 }, (_, n) => queue(test, `ann${n}@alder.example`)))
  const jobs = await Promise.all(
    [test.app, await test.another()].map((app) =>
      startMailJob(withMail(app, post.port), { url, pace: QUICK }),
    ),
  )
  for (const id of ids) await until(stands(test, id, 'sent'))
  await Promise.all(jobs.map((job) => job.stop()))
  expect(post.got).toHaveLength(ids.length)
  const sent = await mailOf(test, ids[0] ?? '')
  expect(sent).toMatchObject({ text: '', html: '', attempts: 1, problem: null })
  expect(post.got.some((text) => text.includes(`Message-ID: <${sent.id}@foyer.example>`))).toBe(true)
})

test('while the mail server is down messages wait, and go when it is back', async () => {
  await using test = await createTestApp()
  const port = await freePort()
  const id = await queue(test, 'ann@alder.example')
  const job = await startMailJob(withMail(test.app, port), { url: test.url, pace: QUICK })
  await until(async () => (await mailOf(test, id)).attempts > 1)
  expect(await mailOf(test, id)).toMatchObject({
    state: 'waiting',
    problem: expect.stringMatching(/^[A-Z]+/),
  })
  await using post = await serveMail(port)
  await until(stands(test, id, 'sent'))
  await job.stop()
  expect(post.got).toHaveLength(1)
})

test('a recipient that is refused fails at once, holds up no other, and can be tried again', async () => {
  await using test = await createTestApp()
  await using post = await serveMail()
  const [refused, good] = [await queue(test, 'nobody@alder.example'), await queue(test, 'ann@alder.example')]
  const job = await startMailJob(withMail(test.app, post.port), { url: test.url, pace: QUICK })
  await until(stands(test, refused, 'failed'))
  await until(stands(test, good, 'sent'))
  await job.stop()
  expect(await mailOf(test, refused)).toMatchObject({ attempts: 1, problem: 'EENVELOPE 550' })
})

test('a message that is too old is not sent', async () => {
  await using test = await createTestApp()
  await using post = await serveMail()
  const id = await queue(test, 'ann@alder.example', { expiresAt: new Date(Date.now() - 1) })
  const job = await startMailJob(withMail(test.app, post.port), { url: test.url, pace: QUICK })
  await until(stands(test, id, 'failed'))
  await job.stop()
  expect([post.got, (await mailOf(test, id)).text]).toEqual([[], ''])
})

test('what somebody typed becomes no header and no second recipient', async () => {
  await using test = await createTestApp()
  await using post = await serveMail()
  const subject = 'Alder\r\nBcc: all@alder.example\r\n\r\nBuy'
  const id = await queue(test, 'ann@alder.example', { subject })
  const job = await startMailJob(withMail(test.app, post.port), { url: test.url, pace: QUICK })
  await until(stands(test, id, 'sent'))
  await job.stop()
  const [head = ''] = (post.got[0] ?? '').split('\r\n\r\n')
  expect(head).toMatch(/^Subject: Alder Bcc: all@alder.example Buy$/m)
  expect(head).not.toMatch(/^Bcc:/m)
})

test('without a mail server messages stay in the outbox', async () => {
  await using test = await createTestApp()
  const id = await queue(test, 'ann@alder.example')
  const job = await startMailJob(test.app, { url: test.url, pace: QUICK })
  await job.stop()
  expect(await mailOf(test, id)).toMatchObject({ state: 'waiting', attempts: 0, queuedAt: null })
})

test('a server that takes a message and closes without confirming gets it again', async () => {
  await using test = await createTestApp()
  let taken = 0
  await using post = await serveMail(0, {
    onData: (stream, _session, done) => {
      stream.resume()
      stream.on('end', () => {
        taken += 1
        done(taken > 1 ? null : Object.assign(new Error('gone'), { responseCode: 421 }))
      })
    },
  })
  const id = await queue(test, 'ann@alder.example')
  const job = await startMailJob(withMail(test.app, post.port), { url: test.url, pace: QUICK })
  await until(stands(test, id, 'sent'))
  await job.stop()
  expect([taken, (await mailOf(test, id)).attempts]).toEqual([2, 2])
})

test('a server that refuses the sign-in or the sender keeps messages waiting, and its words are not kept', async () => {
  await using test = await createTestApp()
  const refuse = (responseCode: number) =>
    Object.assign(new Error('ann@alder.example hunter2'), { responseCode })
  const servers: SMTPServerOptions[] = [
    { authOptional: false, allowInsecureAuth: true, onAuth: (_auth, _session, done) => done(refuse(535)) },
    { onMailFrom: (_address, _session, done) => done(refuse(550)) },
  ]
  for (const options of servers) {
    await using post = await serveMail(0, options)
    const id = await queue(test, 'ann@alder.example')
    const app = withMail(test.app, post.port)
    const url = `smtp://ann:hunter2@127.0.0.1:${post.port}`
    const env = { ...app.env, mail: { ...app.env.mail, url: options.onAuth ? url : app.env.mail.url } }
    const job = await startMailJob({ ...app, env }, { url: test.url, pace: QUICK })
    await until(async () => (await mailOf(test, id)).problem !== null)
    await job.stop()
    const { state, problem } = await mailOf(test, id)
    expect([state, problem]).toEqual(['waiting', options.onAuth ? 'EAUTH 535' : 'EENVELOPE 550'])
  }
})

test('a server that answers too slowly is given up, and the message is tried again', async () => {
  const stop: (() => void)[] = []
  await using post = await serveMail(0, {
    onMailFrom: (_address, _session, done) => void stop.push(() => done()),
  })
  const transport = smtpTransport(
    { url: `smtp://127.0.0.1:${post.port}`, from: 'a@foyer.example' },
    { sendMs: 50 },
  )
  const mail = {
    id: uuidv7(),
    to: 'ann@alder.example',
    subject: 'Confirm',
    text: 'Hello',
    html: '',
    unsubscribe: null,
  }
  await expect(transport.send(mail)).rejects.toMatchObject({ code: 'ETIMEDOUT' })
  for (const each of stop) each()
  transport.close()
})

test('a message whose job could not be made waits for the next round, not for hours', async () => {
  await using test = await createTestApp()
  await using post = await serveMail()
  let failures = 0
  const log = pino({ level: 'error' }, { write: () => void (failures += 1) })
  const job = await startMailJob({ ...withMail(test.app, post.port), log }, { url: test.url, pace: QUICK })
  await test.app.sql`alter table pgboss.queue rename to away`
  const id = await queue(test, 'ann@alder.example')
  await until(async () => failures > 0)
  expect((await mailOf(test, id)).queuedAt).toBeNull()
  await test.app.sql`alter table pgboss.away rename to queue`
  await until(stands(test, id, 'sent'))
  await job.stop()
})

test('a message of a series tells mail programs how to end it with one press, others do not', async () => {
  await using test = await createTestApp()
  await using post = await serveMail()
  const transport = smtpTransport({ url: `smtp://127.0.0.1:${post.port}`, from: 'foyer@foyer.example' })
  const unsubscribe = 'https://foyer.example/unsubscribe/token'
  for (const more of [{ unsubscribe }, {}]) {
    const message = { kind: 'board' as const, to: 'ann@alder.example', locale: 'en' as const, at: new Date() }
    const id = await queueMail(test.app.db, { ...message, words: { subject: 'S', ...WORDS }, ...more })
    const mail = await findMail(test.app.db, id)
    if (!mail) throw new Error('no mail')
    await transport.send(mail)
  }
  transport.close()
  const headersOf = (text = '') => text.split('\r\n\r\n')[0] ?? ''
  expect(headersOf(post.got[0])).toContain(`List-Unsubscribe: <${unsubscribe}>`)
  expect(headersOf(post.got[0])).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(headersOf(post.got[1])).not.toContain('List-Unsubscribe')
})
