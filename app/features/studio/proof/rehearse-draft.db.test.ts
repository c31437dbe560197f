import { expect, test } from 'vitest'
import { asStaff } from '#tests/support/staff'
import { soundFiles, soundFilesWith } from '#tests/support/studio-demos'
import { createTestApp } from '#tests/support/test-app'
import { acceptEvents } from '~/features/collect/events/accept-events.server'
import { startTrial } from '~/features/collect/trials/start-trial.server'
import { createDocument } from '../documents/create-document.server'
import { publishDocument } from '../revisions/publish-document.server'
import { rehearseDraft } from './rehearse-draft.server'
import { saveDraft } from '../documents/save-draft.server'

const ASK = { kind: 'demo', slug: 'ask' } as const

test('before publishing, the last trials are run on the draft: who would stop, and where', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'publisher')
  await createDocument({ ctx, input: { ...ASK, title: 'Ask' } })
  expect(await rehearseDraft({ ctx, input: ASK })).toBeNull()
  await publishDocument({ ctx, input: { ...ASK, draftVersion: 1 } })
  expect(await rehearseDraft({ ctx, input: ASK })).toBeNull()

  for (const count of [1, 2, 2]) {
    const visitor = test.as()
    const trial = await startTrial({ ctx: visitor, input: { demo: 'ask', plan: 'free' } })
    const begun = { seq: 1, at: 10, type: 'NEW_REQUEST', activeMs: 0 }
    const sent = { seq: 2, at: 20, type: 'SEND_REQUEST', data: { item: 'Chair', qty: 5 }, activeMs: 0 }
    await acceptEvents({ ctx: visitor, input: { trial: trial.id, events: [begun, sent].slice(0, count) } })
  }
  await saveDraft({ ctx, input: { ...ASK, draftVersion: 1, files: soundFilesWith(3) } })
  expect(await rehearseDraft({ ctx, input: ASK })).toEqual({ revision: 1, trials: 3, through: 3, stops: [] })

  const fewer = { ...soundFiles, 'demo.yaml': (soundFiles['demo.yaml'] ?? '').replace('max: 99', 'max: 4') }
  await saveDraft({ ctx, input: { ...ASK, draftVersion: 2, files: fewer } })
  expect(await rehearseDraft({ ctx, input: ASK })).toMatchObject({
    revision: 1,
    trials: 3,
    through: 1,
    stops: [
      { state: 'request-form', event: 'SEND_REQUEST', code: 'bad-payload', traces: 2, example: { seq: 2 } },
    ],
  })

  const onePlan = {
    ...soundFiles,
    'demo.yaml': (soundFiles['demo.yaml'] ?? '').replace('[free, premium]', '[premium]'),
  }
  await saveDraft({ ctx, input: { ...ASK, draftVersion: 3, files: onePlan } })
  expect(await rehearseDraft({ ctx, input: ASK })).toMatchObject({
    through: 0,
    stops: [{ state: null, code: 'cannot-begin', traces: 3 }],
  })
})
