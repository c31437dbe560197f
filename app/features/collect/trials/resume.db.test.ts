import { expect, test } from 'vitest'
import { findTrial } from '#db/queries/trials'
import { publishDemo } from '#tests/support/publish-demo'
import { createTestApp } from '#tests/support/test-app'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import { replay } from '~/domain/demo/engine/replay'
import { acceptEvents } from '../events/accept-events.server'
import { eraseVisitor } from '../visitor-rights/erase-visitor.server'
import { runStartOf } from '../events/live-run.server'
import { makeResumeLink } from './make-resume-link.server'
import { openResumeLink } from './open-resume-link.server'
import { readTrial } from './read-trial.server'
import { startTrial } from './start-trial.server'

const WISH = { demo: 'request-approval', plan: 'free' }

test('a trial is read as it stands, on the revision that it began on', async () => {
  await using test = await createTestApp()
  const first = await publishDemo(test.app.db, approvalSource)
  const ctx = test.as()
  const trial = await startTrial({ ctx, input: WISH })
  const event = { seq: 1, at: 1_500, type: 'NEW_REQUEST', activeMs: 0 }
  test.clock.at = new Date(test.clock.at.getTime() + 90_000)
  await acceptEvents({ ctx, input: { trial: trial.id, events: [event] } })
  await publishDemo(test.app.db, approvalSource.replace('minutes: 3', 'minutes: 4'))
  ctx.content.refresh()
  const read = await readTrial({ ctx, input: { trial: trial.id } })
  expect(read).toMatchObject({
    elapsedMs: 90_000,
    trace: [event],
    revision: { revisionId: first.revisionId },
  })
  const compiled = await ctx.trials.compiled(read.revision.revisionId)
  const { run } = replay(compiled, runStartOf(read.trial), read.trace)
  expect(run.states).toEqual([read.trial.lastState])
  await expect(readTrial({ ctx: test.as(), input: { trial: trial.id } })).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('a resume link lets another browser go on as the same visitor', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const ctx = test.as()
  const trial = await startTrial({ ctx, input: WISH })
  const { token, path } = await makeResumeLink({ ctx, input: { trial: trial.id } })
  expect(path).toBe(`/resume/${token}`)
  const opened = await openResumeLink({ ctx: test.as(null), input: { token } })
  expect(opened).toEqual({ visitorId: trial.visitorId, trialId: trial.id, leaves: 0 })
  const stored = await findTrial(test.app.db, trial)
  expect(stored?.resumeHash).not.toBeNull()
  expect(stored?.resumeHash).not.toContain(token.slice(-20))
})

test('a link ends when a new one is made, when it is old, and when the visitor is erased', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const ctx = test.as()
  const trial = await startTrial({ ctx, input: WISH })
  const open = (token: string) => openResumeLink({ ctx: test.as(null), input: { token } })
  const first = await makeResumeLink({ ctx, input: { trial: trial.id } })
  const second = await makeResumeLink({ ctx, input: { trial: trial.id } })
  await expect(open(first.token)).rejects.toMatchObject({ code: 'not-found' })
  const forged = second.token.slice(0, -4) + 'AAAA'
  await expect(open(forged)).rejects.toMatchObject({ code: 'not-found' })
  const now = test.clock.at
  test.clock.at = new Date(now.getTime() + 91 * 86_400_000)
  await expect(open(second.token)).rejects.toMatchObject({ code: 'not-found' })
  test.clock.at = now
  expect(await open(second.token)).toMatchObject({ trialId: trial.id })
  await eraseVisitor({ ctx })
  await expect(open(second.token)).rejects.toMatchObject({ code: 'not-found' })
})

test('only the visitor can make a link for their trial', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const trial = await startTrial({ ctx: test.as(), input: WISH })
  const stolen = makeResumeLink({ ctx: test.as(), input: { trial: trial.id } })
  await expect(stolen).rejects.toMatchObject({ code: 'not-found' })
})

test('a link says how many trials of another visitor a browser would leave behind', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const [theirs, mine] = [test.as(), test.as()]
  const trial = await startTrial({ ctx: theirs, input: WISH })
  const { token } = await makeResumeLink({ ctx: theirs, input: { trial: trial.id } })
  const leaves = async (ctx: typeof mine) => (await openResumeLink({ ctx, input: { token } })).leaves
  expect([await leaves(mine), await leaves(theirs), await leaves(test.as(null))]).toEqual([0, 0, 0])
  for (const _ of [1, 2]) await startTrial({ ctx: mine, input: WISH })
  expect(await leaves(mine)).toBe(2)
})
