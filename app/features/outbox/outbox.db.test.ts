import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { listAuditEntries } from '#db/queries/audit'
import { findMail, updateMail } from '#db/queries/mails'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import { STAFF_ROLES, isAllowed } from '~/domain/access/permissions'
import { queueMail } from '~/platform/mail/queue-mail'
import { listMails } from './list-mails.server'
import { readMail } from './read-mail.server'
import { sendMailAgain } from './send-mail-again.server'

const queue = ({ app, clock }: TestApp, expiresAt?: Date) =>
  queueMail(app.db, {
    ...{ kind: 'verify-address', to: 'ann@alder.example', visitorId: uuidv7(), locale: 'en', at: clock.at },
    words: {
      subject: 'Confirm',
      lines: ['Hello'],
      link: { label: 'Open', href: 'http://foyer.example/x' },
      after: [],
    },
    ...(expiresAt && { expiresAt }),
  })

test('who may not read the outbox neither lists nor reads messages, nor sends one again', async () => {
  await using test = await createTestApp()
  const id = await queue(test)
  await updateMail(test.app.db, id, { state: 'failed' })
  const others = STAFF_ROLES.filter((role) => !isAllowed([role], 'outbox.read')).map((role) =>
    asStaff(test, role),
  )
  expect(others.length).toBeGreaterThan(0)
  for (const [ctx, code] of [
    ...others.map((one) => [one, 'forbidden'] as const),
    [test.as(), 'unauthenticated'] as const,
  ]) {
    await expect(listMails({ ctx, input: {} })).rejects.toMatchObject({ code })
    for (const each of [id, uuidv7()]) {
      await expect(readMail({ ctx, input: { id: each } })).rejects.toMatchObject({ code })
      await expect(sendMailAgain({ ctx, input: { id: each } })).rejects.toMatchObject({ code })
    }
  }
  expect((await findMail(test.app.db, id))?.state).toBe('failed')
})

test('the outbox lists messages without their words, counts each state, and tells that nothing is sent', async () => {
  await using test = await createTestApp()
  const [waiting, failed] = [await queue(test), await queue(test)]
  await updateMail(test.app.db, failed, { state: 'failed', problem: 'EENVELOPE 550' })
  const ctx = asStaff(test, 'admin')
  const all = await listMails({ ctx, input: {} })
  expect(all).toMatchObject({ counts: { waiting: 1, failed: 1, sent: 0 }, isSending: false, next: null })
  expect(JSON.stringify(all)).not.toContain('Hello')
  expect((await listMails({ ctx, input: { state: 'failed' } })).mails.map(({ id }) => id)).toEqual([failed])
  expect((await readMail({ ctx, input: { id: waiting } })).text).toContain('Hello')
  await expect(readMail({ ctx, input: { id: uuidv7() } })).rejects.toMatchObject({ code: 'not-found' })
})

test('a failed message waits again, told in the audit; one that waits, was sent or ran out does not', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'admin')
  const id = await queue(test)
  await expect(sendMailAgain({ ctx, input: { id } })).rejects.toMatchObject({ code: 'conflict' })
  await updateMail(test.app.db, id, { state: 'failed', queuedAt: test.clock.at })
  await sendMailAgain({ ctx, input: { id } })
  expect(await findMail(test.app.db, id)).toMatchObject({ state: 'waiting', queuedAt: null, problem: null })
  const old = await queue(test, test.clock.at)
  await updateMail(test.app.db, old, { state: 'failed' })
  await updateMail(test.app.db, id, { state: 'sent' })
  for (const each of [old, id]) {
    await expect(sendMailAgain({ ctx, input: { id: each } })).rejects.toMatchObject({ code: 'conflict' })
  }
  const told = (await listAuditEntries(test.app.db, { limit: 10 })).filter(
    ({ action }) => action === 'mail.send-again',
  )
  expect(told.map(({ subjectId }) => subjectId)).toEqual([id])
})
