import { expect, test } from 'vitest'
import { publishYaml } from '#tests/support/publish-demo'
import { createTestApp } from '#tests/support/test-app'
import { readPlans } from '~/features/pricing/read-plans.server'
import { createContext } from './request-context'
import { readSite, workspaceSettings } from './workspace-settings'

const PLANS = {
  format: 'foyer-plans/1',
  plans: [{ id: 'free', name: { en: 'Free' }, price: { monthly: 1, yearly: 10 } }],
  groups: [{ id: 'all', name: { en: 'All' } }],
  features: [{ id: 'one', name: { en: 'One' }, group: 'all', values: { free: true } }],
  refund: { days: 14, terms: { en: 'Back.' } },
}

test('a language that is off is not answered in, and the name and the languages are those published', async () => {
  await using test = await createTestApp()
  const ask = (query: string) =>
    createContext(test.app, {
      url: new URL(`http://127.0.0.1/${query}`),
      headers: new Headers({ 'accept-language': 'zh' }),
      ...{ requestId: 'r', nonce: 'n', address: '127.0.0.1' },
    })
  expect((await ask('')).locale).toBe('zh')
  await publishYaml(test.app.db, 'settings', {
    ...(await workspaceSettings(test.app)),
    ...{ name: 'Ours', locales: ['es', 'en'] },
  })
  test.app.content.refresh()
  expect((await ask('')).locale).toBe('en')
  expect((await ask('?lng=zh')).locale).toBe('en')
  expect((await ask('?lng=es')).locale).toBe('es')
  expect(await readSite(test.app)).toMatchObject({ name: 'Ours', locales: ['es', 'en'] })
})

test('prices are in the currency of the settings unless the plan table has its own', async () => {
  await using test = await createTestApp()
  const settings = { ...(await workspaceSettings(test.app)), currency: 'EUR' }
  await publishYaml(test.app.db, 'settings', settings)
  await publishYaml(test.app.db, 'plans', PLANS)
  test.app.content.refresh()
  expect((await readPlans({ ctx: test.as() }))?.currency).toBe('EUR')
  await using other = await createTestApp()
  await publishYaml(other.app.db, 'settings', settings)
  await publishYaml(other.app.db, 'plans', { ...PLANS, currency: 'CNY' })
  other.app.content.refresh()
  expect((await readPlans({ ctx: other.as() }))?.currency).toBe('CNY')
})

test('the frame of a page keeps the name that was read last while the database is away', async () => {
  await using test = await createTestApp()
  await publishYaml(test.app.db, 'settings', { ...(await workspaceSettings(test.app)), name: 'Ours' })
  test.app.content.refresh()
  await readSite(test.app)
  const published = () => Promise.reject(new Error('away'))
  const away = { content: Object.assign(test.app.content, { published }) }
  expect((await readSite(away)).name).toBe('Ours')
})
