import { expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { listAsksOf } from '#db/queries/asks'
import { listRatingsOf } from '#db/queries/ratings'
import { publishDemo } from '#tests/support/publish-demo'
import { createTestApp } from '#tests/support/test-app'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import { rateTrial } from './rate-trial.server'
import { recordConversion } from '~/features/conversions/reports/record-conversion.server'
import { startTrial } from './start-trial.server'

const WISH = { demo: 'request-approval', plan: 'free' }
const CONTACT = { name: 'Ann Lee', email: 'ann@alder.example', company: 'Alder' }

test('a rating replaces the one before', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const ctx = test.as()
  const trial = await startTrial({ ctx, input: WISH })
  await rateTrial({ ctx, input: { trial: trial.id, stars: 2, comment: 'slow' } })
  await rateTrial({ ctx, input: { trial: trial.id, stars: 5 } })
  await rateTrial({ ctx, input: { trial: trial.id, stars: 5 } })
  expect(await listRatingsOf(test.app.db, trial.visitorId)).toMatchObject([{ stars: 5, comment: '' }])
})

test('only the visitor’s own trial can be rated, from 1 to 5, in up to 1000 characters', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const ctx = test.as()
  const trial = await startTrial({ ctx, input: WISH })
  const rate = (input: object, by = ctx) =>
    rateTrial({ ctx: by, input: { trial: trial.id, stars: 3, ...input } })
  await expect(rate({}, test.as())).rejects.toMatchObject({ code: 'not-found' })
  for (const wrong of [
    { stars: 0 },
    { stars: 6 },
    { stars: 2.5 },
    { comment: 'x'.repeat(1001) },
    { score: 9 },
  ]) {
    await expect(rate(wrong)).rejects.toMatchObject({ code: 'invalid-input' })
  }
  expect(await listRatingsOf(test.app.db, trial.visitorId)).toEqual([])
})

test('a conversion is credited to the trial that the visitor began last', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const ctx = test.as()
  await startTrial({ ctx, input: WISH })
  test.clock.at = new Date(test.clock.at.getTime() + 1_000)
  const last = await startTrial({ ctx, input: WISH })
  await startTrial({ ctx: test.as(), input: WISH })
  const { conversion, created } = await recordConversion({
    ctx,
    input: { id: uuidv7(), goal: 'sign-up', contact: CONTACT },
  })
  expect(created).toBe(true)
  expect(conversion).toMatchObject({ trialId: last.id, goal: 'sign-up', at: test.clock.at })
  expect(await listAsksOf(test.app.db, conversion.visitorId)).toMatchObject([
    { ...CONTACT, message: '', id: conversion.id, kind: 'sign-up', trialId: last.id, state: 'new' },
  ])
})

test('sending a conversion again converts once, also at the same time', async () => {
  await using test = await createTestApp()
  const ctx = test.as()
  const input = { id: uuidv7(), goal: 'quote' as const, contact: CONTACT }
  const answers = await Promise.all([1, 2, 3].map(() => recordConversion({ ctx, input })))
  expect(answers.filter(({ created }) => created)).toHaveLength(1)
  expect(new Set(answers.map(({ conversion }) => conversion.at.getTime())).size).toBe(1)
  await expect(recordConversion({ ctx, input: { ...input, goal: 'sign-up' } })).rejects.toMatchObject({
    code: 'conflict',
  })
})

test('a visitor who tried nothing can still ask for a quote', async () => {
  await using test = await createTestApp()
  const { conversion } = await recordConversion({
    ctx: test.as(),
    input: { id: uuidv7(), goal: 'quote', contact: CONTACT },
  })
  expect(conversion.trialId).toBeNull()
})

test('a goal that is unknown and a contact that cannot be reached are refused', async () => {
  await using test = await createTestApp()
  const ctx = test.as()
  const good = { id: uuidv7(), goal: 'quote' as const, contact: CONTACT }
  const wrongs = [
    { ...good, goal: 'fame' },
    { ...good, goal: 'purchase' },
    { ...good, id: '1' },
    { ...good, contact: { ...CONTACT, email: 'ann' } },
    { ...good, contact: { ...CONTACT, name: ' ' } },
    { ...good, value: 1e6 },
  ]
  for (const input of wrongs) {
    await expect(recordConversion({ ctx, input: input as typeof good })).rejects.toMatchObject({
      code: 'invalid-input',
    })
  }
})
