import { expect, test } from 'vitest'
import { findTrial } from '#db/queries/trials'
import { publishDemo } from '#tests/support/publish-demo'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import { STEPS_WITHOUT_INPUT, TRIAL_SIGNALS } from '~/domain/trial/signals'
import type { ClientFacts, Context } from '~/platform/context/context'
import type { Settings } from '~/domain/content/settings'
import { acceptEvents } from './accept-events.server'
import { startTrial } from '../trials/start-trial.server'

const WISH = { demo: 'request-approval', plan: 'free' }
const CHROME =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36'
const HEADLESS = CHROME.replace('Chrome/', 'HeadlessChrome/')
const NETWORKS = { internal: ['198.51.100.0/24'], datacenter: ['203.0.113.0/24'] }

/** A request of a browser, in a workspace that knows these networks. */
const asking = (test: TestApp, client: Partial<ClientFacts> = {}): Context => {
  const ctx = test.as()
  const content = Object.create(ctx.content, {
    published: {
      value: (kind: string, slug: string) =>
        kind === 'settings'
          ? Promise.resolve({ body: { networks: NETWORKS } as Settings })
          : ctx.content.published(kind as 'demo', slug),
    },
  }) as Context['content']
  const facts = { address: '192.0.2.1', userAgent: CHROME, namesLanguage: true, ...client }
  return { ...ctx, content, client: facts }
}

test.each([
  [{}, [], []],
  [{ userAgent: HEADLESS }, ['headless-agent'], []],
  [{ address: '203.0.113.9' }, ['datacenter'], []],
  [{ userAgent: HEADLESS, namesLanguage: false }, ['headless-agent', 'no-language'], ['headless']],
  [
    { userAgent: HEADLESS, address: '203.0.113.9' },
    ['headless-agent', 'datacenter'],
    ['headless', 'datacenter'],
  ],
  [{ address: '198.51.100.4' }, ['internal'], ['internal']],
  [{ userAgent: 'Googlebot/2.1 (+http://www.google.com/bot.html)' }, ['bot-agent'], ['bot-agent']],
])('a request with %j has the signals %j and the flags %j', async (client, signals, flags) => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const trial = await startTrial({ ctx: asking(test, client), input: WISH })
  expect(trial.signals.map(({ name }) => name)).toEqual(signals)
  expect(trial.flags).toEqual(flags)
})

test('a walk without a moment of activity is one weak signal, which another turns into a flag', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const walk = async (ctx: Context) => {
    const trial = await startTrial({ ctx, input: WISH })
    const events = Array.from({ length: STEPS_WITHOUT_INPUT }, (_, index) => ({
      seq: index + 1,
      at: (index + 1) * 1_000,
      type: index === 0 ? 'NEW_REQUEST' : '@hint',
      activeMs: 0,
    }))
    test.clock.at = new Date(test.clock.at.getTime() + 60_000)
    await acceptEvents({ ctx, input: { trial: trial.id, events } })
    return findTrial(test.app.db, trial)
  }
  const quiet = await walk(asking(test))
  expect(quiet?.signals.map(({ name }) => name)).toEqual(['no-input'])
  expect(quiet?.flags).toEqual([])
  const both = await walk(asking(test, { namesLanguage: false }))
  expect(both?.flags).toEqual(['headless'])
})

test('every signal says why, and how much it weighs', () => {
  for (const { reason, weight } of Object.values(TRIAL_SIGNALS)) {
    expect(reason).not.toBe('')
    expect(['strong', 'weak']).toContain(weight)
  }
})
