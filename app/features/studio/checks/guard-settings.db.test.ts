import { expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { insertDocument } from '#db/queries/documents'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import type { Context } from '~/platform/context/context'
import { publishDocument } from '../revisions/publish-document.server'
import { publishTogether } from '../revisions/publish-together.server'
import { restoreDocument } from '../revisions/restore-document.server'
import { retireDocument } from '../revisions/retire-document.server'
import { rollBack } from '../revisions/roll-back.server'
import { saveDraft } from '../documents/save-draft.server'

const SETTINGS = { kind: 'settings', slug: 'settings' } as const
const files = (change: Record<string, string> = {}) => {
  const lines = {
    format: 'foyer-settings/1',
    name: 'Foyer',
    locales: '[en]',
    timeZone: 'UTC',
    currency: 'USD',
    conversionWindowDays: '30',
    consent: 'ask',
    embedHosts: '[]',
    ...change,
  }
  const text = Object.entries(lines).map(([key, value]) => `${key}: ${value}\n`)
  return { 'settings.yaml': text.join('') }
}
const SHORT = { retention: '{ trials: 2, traces: 1 }' }

const save = (ctx: Context, draftVersion: number, change: Record<string, string>) =>
  saveDraft({ ctx, input: { ...SETTINGS, draftVersion, files: files(change) } })
const publish = (ctx: Context, draftVersion: number) =>
  publishDocument({ ctx, input: { ...SETTINGS, draftVersion } })
const FORBIDDEN = { code: 'forbidden', details: { permission: 'privacy.manage' } }

async function stage() {
  const test = await createTestApp()
  const admin = asStaff(test, 'admin')
  const publisher = asStaff(test, 'publisher')
  await insertDocument(admin.db, { ...SETTINGS, id: uuidv7(), status: 'draft', draftFiles: files() })
  await publish(admin, 1)
  return { admin, publisher, [Symbol.asyncDispose]: () => test[Symbol.asyncDispose]() }
}

test.each<[string, Record<string, string>]>([
  ['a shorter retention', SHORT],
  ['another consent', { consent: 'none' }],
  ['networks', { networks: '{ internal: [203.0.113.0/24] }' }],
  ['whom boards may be mailed to', { boards: '{ mailTo: ["@partner.example"] }' }],
])('%s is saved and published by an admin alone', async (_, change) => {
  await using at = await stage()
  await expect(save(at.publisher, 1, change)).rejects.toMatchObject(FORBIDDEN)
  await save(at.admin, 1, change)
  await expect(publish(at.publisher, 2)).rejects.toMatchObject(FORBIDDEN)
  const together = { documents: [SETTINGS], note: '' }
  const pushed = await publishTogether({ ctx: at.publisher, input: together })
  expect(pushed.get('settings/settings')).toMatchObject({ outcome: 'refused', error: { code: 'forbidden' } })
  expect((await publish(at.admin, 2)).number).toBe(2)
  const back = { ...SETTINGS, number: 1 }
  await expect(rollBack({ ctx: at.publisher, input: back })).rejects.toMatchObject(FORBIDDEN)
  await rollBack({ ctx: at.admin, input: back })
})

test('the rest of the settings is for those who publish, whatever stands beside it', async () => {
  await using at = await stage()
  await save(at.admin, 1, SHORT)
  await save(at.publisher, 2, { ...SHORT, name: 'Ours' })
  await save(at.publisher, 3, { name: 'Ours', retention: '{ traces: 13, trials: 25 }' })
  expect((await publish(at.publisher, 4)).number).toBe(2)
})

test('a text that cannot be read is no way around', async () => {
  await using at = await stage()
  await save(at.publisher, 1, { name: '"' })
  await expect(save(at.publisher, 2, SHORT)).rejects.toMatchObject(FORBIDDEN)
  await save(at.publisher, 2, { name: 'Ours' })
})

test('retiring all settings and bringing them back is for an admin', async () => {
  await using at = await stage()
  await expect(retireDocument({ ctx: at.publisher, input: SETTINGS })).rejects.toMatchObject(FORBIDDEN)
  await retireDocument({ ctx: at.admin, input: SETTINGS })
  await expect(restoreDocument({ ctx: at.publisher, input: SETTINGS })).rejects.toMatchObject(FORBIDDEN)
})
