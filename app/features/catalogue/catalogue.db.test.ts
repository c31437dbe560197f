import { stringify } from 'yaml'
import { expect, test } from 'vitest'
import { smallDemo } from '#tests/support/small-demo'
import { publishDemo, publishYaml, retireDemo } from '#tests/support/publish-demo'
import { createTestApp } from '#tests/support/test-app'
import { listDemos } from './list-demos.server'
import { readDemo } from './read-demo.server'

const source = (slug: string, more: Record<string, unknown> = {}): string => {
  const demo = smallDemo({
    screens: {
      sell: { title: { en: 'Sell' }, blocks: [{ button: { label: { en: 'Sell' }, send: 'SELL' } }] },
    },
    states: {
      selling: { screen: 'sell', title: { en: 'Selling' }, on: { SELL: 'sold' } },
      sold: { screen: 'sell', title: { en: 'Sold', zh: '已售' }, final: 'success' },
    },
    tasks: {
      'the-longer-name': { title: { en: 'Written first' }, done: 'true', weight: 1 },
      a: { title: { en: 'Written second' }, done: 'true', weight: 1, optional: true },
    },
  })
  return stringify({ ...demo, slug, audience: ['sales'], ...more })
}

test('demos are narrowed by who asks and what they want to see, the choices stay whole', async () => {
  await using stage = await createTestApp()
  const { db } = stage.app
  await publishDemo(db, source('orders'))
  await publishDemo(db, source('hiring', { audience: ['hr', 'sales'], scenario: 'people' }))
  const ctx = stage.as()
  const slugs = async (input: { role?: string; scenario?: string }) =>
    (await listDemos({ ctx, input })).demos.map((demo) => demo.slug).sort()
  expect(await slugs({})).toEqual(['hiring', 'orders'])
  expect(await slugs({ role: 'hr' })).toEqual(['hiring'])
  expect(await slugs({ role: 'sales', scenario: 'wholesale' })).toEqual(['orders'])
  expect(await slugs({ role: 'hr', scenario: 'wholesale' })).toEqual([])
  const { roles, scenarios } = await listDemos({ ctx, input: { role: 'hr' } })
  const ids = (choices: { id: string }[]) => choices.map(({ id }) => id).sort()
  expect([ids(roles), ids(scenarios)]).toEqual([
    ['hr', 'sales'],
    ['people', 'wholesale'],
  ])
})

test('scenarios and audiences are called and ordered as their live lists say, in the language of the visitor', async () => {
  await using stage = await createTestApp()
  const { db } = stage.app
  await publishDemo(db, source('orders', { audience: ['sales', 'order-desk'] }))
  await publishDemo(db, source('hiring', { audience: ['hr'], scenario: 'people' }))
  const ctx = { ...stage.as(), locale: 'zh' as const }
  const read = async () => {
    const { demos, roles, scenarios } = await listDemos({ ctx, input: {} })
    const names = (choices: { name: string }[]) => choices.map(({ name }) => name)
    return [demos.map((demo) => demo.scenario.name).sort(), names(roles), names(scenarios)]
  }
  expect(await read()).toEqual([['People', 'Wholesale'], expect.any(Array), expect.any(Array)])
  await publishYaml(db, 'audiences', {
    format: 'foyer-audiences/1',
    audiences: [
      { id: 'hr', icon: 'users', name: { en: 'HR', zh: '人事' } },
      { id: 'unused', name: { en: 'Unused' } },
      { id: 'sales', name: { en: 'Sales', zh: '销售' } },
    ],
  })
  await publishYaml(db, 'scenarios', {
    format: 'foyer-scenarios/1',
    scenarios: [
      { id: 'wholesale', name: { en: 'Wholesale', zh: '批发' } },
      { id: 'people', name: { en: 'People' } },
    ],
  })
  ctx.content.refresh()
  expect(await read()).toEqual([
    ['People', '批发'],
    ['人事', '销售', 'Order desk'],
    ['批发', 'People'],
  ])
})

test('a demo tells its ideal way from the proof, in the language of the visitor, and its tasks as written', async () => {
  await using stage = await createTestApp()
  await publishDemo(stage.app.db, source('orders'))
  const found = await readDemo({ ctx: { ...stage.as(), locale: 'zh' }, input: { slug: 'orders' } })
  if (found.status !== 'published') throw new Error('not published')
  expect(found.demo.planWays[0]?.way.map((step) => step.title)).toEqual(['Selling', '已售'])
  expect(found.demo.planWays[0]?.steps).toBe(1)
  expect(found.demo.tasks.map((task) => task.title)).toEqual(['Written first', 'Written second'])
  expect(found.demo.done).toHaveLength(1)
})

test('a retired demo names what to try instead, else the others; an unknown one is not found', async () => {
  await using stage = await createTestApp()
  const { db, content } = stage.app
  const old = await publishDemo(db, source('old'))
  await publishDemo(db, source('other'))
  await publishDemo(db, source('successor'))
  await retireDemo(db, old.documentId, 'successor')
  content.refresh()
  const read = (slug: string) => readDemo({ ctx: stage.as(), input: { slug } })
  const found = await read('old')
  expect(found).toMatchObject({ status: 'retired', instead: [{ slug: 'successor' }] })
  await retireDemo(db, old.documentId, null)
  content.refresh()
  const without = await read('old')
  expect(without.status === 'retired' && without.instead.map((demo) => demo.slug).sort()).toEqual([
    'other',
    'successor',
  ])
  await expect(read('never')).rejects.toMatchObject({ code: 'not-found' })
})
