import { expect, test } from 'vitest'
import { listAuditEntries } from '#db/queries/audit'
import { listStageTargets } from '#db/queries/stage-targets'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import { effectiveTargets, targetOn } from '~/domain/insight/stages/stage-targets'
import { setTarget } from './set-target.server'
import { undoTarget } from './undo-target.server'

const asked = (version: number, target: string, holdsFrom = '2026-03-01') => ({
  ...{ stage: 'activation' as const, version, target, holdsFrom, owner: '' },
})

test('a past day keeps the target that held then, and who set what when stays', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'growth')
  await setTarget({ ctx, input: asked(0, '40', '2026-01-01') })
  await setTarget({ ctx, input: asked(1, '55', '2026-04-01') })
  const entries = await listStageTargets(test.app.db)
  const on = (day: string) => targetOn(entries, day)?.target ?? null
  expect([on('2025-12-31'), on('2026-01-01'), on('2026-03-31'), on('2026-04-01')]).toEqual([
    null,
    0.4,
    0.4,
    0.55,
  ])
  expect(entries.map(({ version, setBy }) => [version, setBy])).toEqual([
    [1, 'growth'],
    [2, 'growth'],
  ])
  const audited = await listAuditEntries(test.app.db, { limit: 5 })
  expect(audited.map(({ action }) => action)).toEqual(['target.set', 'target.set'])
})

test('who saw an older entry changes nothing and is told so', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'growth')
  await setTarget({ ctx, input: asked(0, '40') })
  await expect(setTarget({ ctx, input: asked(0, '50') })).rejects.toMatchObject({ code: 'conflict' })
  await expect(undoTarget({ ctx, input: { stage: 'activation', version: 2 } })).rejects.toMatchObject({
    code: 'not-found',
  })
  const both = await Promise.allSettled(
    ['60', '70'].map((target) => setTarget({ ctx, input: asked(1, target) })),
  )
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await listStageTargets(test.app.db)).toHaveLength(2)
})

test('an undo restores what held before, and undoing it what was undone', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'admin')
  const targets = async () =>
    effectiveTargets(await listStageTargets(test.app.db)).map(({ target }) => target)
  await setTarget({ ctx, input: asked(0, '40') })
  await setTarget({ ctx, input: asked(1, '') })
  expect(await targets()).toEqual([null, 0.4])
  await undoTarget({ ctx, input: { stage: 'activation', version: 2 } })
  expect(await targets()).toEqual([0.4])
  await undoTarget({ ctx, input: { stage: 'activation', version: 3 } })
  expect(await targets()).toEqual([null, 0.4])
})

test('more than everybody, a day that is none and an owner who is nobody are refused', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'growth')
  await expect(setTarget({ ctx, input: asked(0, '101') })).rejects.toMatchObject({ code: 'invalid-input' })
  await expect(setTarget({ ctx, input: asked(0, '40', '2026-02-30') })).rejects.toMatchObject({
    code: 'invalid-input',
  })
  const nobody = { ...asked(0, '40'), owner: 'nobody' }
  await expect(setTarget({ ctx, input: nobody })).rejects.toMatchObject({ code: 'not-found' })
  expect(await listStageTargets(test.app.db)).toEqual([])
})
