import { expect, test } from 'vitest'
import { publishDemo } from '#tests/support/publish-demo'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import { listAccounts } from '~/features/accounts/list-accounts.server'
import { listTrials } from '~/features/boards/trials/list-trials.server'
import { readDemoBoard } from '~/features/boards/demo/read-demo-board.server'
import { readOverview } from '~/features/boards/overview/read-overview.server'
import { readReplay } from '~/features/boards/replay/read-replay.server'
import { startTrial } from '~/features/collect/trials/start-trial.server'
import { exportConversions } from '~/features/conversions/list/export-conversions.server'
import { listConversions } from '~/features/conversions/list/list-conversions.server'
import { listFarms } from '~/features/farms/list-farms.server'
import { listAudit } from '~/features/studio/audit/list-audit.server'
import { toProblem } from '~/platform/http/http-errors'

const signal = () => {
  let give = () => {}
  const given = new Promise<void>((resolve) => (give = resolve))
  return { given, give }
}

const HELD = ['trial', 'trial_event', 'conversion', 'account', 'audit_entry', 'farm']

test('whatever reads many rows gives up in time, and says so, while other work goes on', async () => {
  await using test = await createTestApp({ boardTimeoutMs: 150 })
  await publishDemo(test.app.db, approvalSource)
  const trial = await startTrial({ ctx: test.as(), input: { demo: 'request-approval', plan: 'free' } })
  const ctx = asStaff(test, 'admin')
  const reads = {
    replay: () => readReplay({ ctx, input: { trialId: trial.id } }),
    farms: () => listFarms({ ctx }),
    conversions: () => listConversions({ ctx, input: {} }),
    export: () => exportConversions({ ctx, input: { filter: 'all' } }),
    accounts: () => listAccounts({ ctx }),
    audit: () => listAudit({ ctx, input: {} }),
  }
  for (const read of Object.values(reads)) await read()
  const [locked, released] = [signal(), signal()]
  const held = test.app.sql.begin(async (tx) => {
    await tx.unsafe(`lock table ${HELD.join(', ')} in access exclusive mode`)
    locked.give()
    await released.given
  })
  await locked.given
  for (const [name, read] of Object.entries(reads)) {
    const { status, body } = toProblem(await read().catch((error: unknown) => error), 'id')
    expect([name, status, body.code]).toEqual([name, 504, 'timed-out'])
  }
  released.give()
  await held
  for (const read of Object.values(reads)) await read()
})

test('a board whose figures take too long says so', async () => {
  await using test = await createTestApp({ boardTimeoutMs: 1 })
  await publishDemo(test.app.db, approvalSource)
  const ctx = asStaff(test, 'admin')
  const reads = {
    overview: () => readOverview({ ctx, input: {} }),
    allTime: () => readOverview({ ctx, input: { from: '2000-01-01', to: '2099-12-31' } }),
    demo: () => readDemoBoard({ ctx, input: { slug: 'request-approval' } }),
    trials: () => listTrials({ ctx, input: {} }),
  }
  for (const [name, read] of Object.entries(reads)) {
    const { status, body } = toProblem(await read().catch((error: unknown) => error), 'id')
    expect([name, status, body.code]).toEqual([name, 504, 'timed-out'])
  }
})
