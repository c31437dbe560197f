import { parse } from 'yaml'
import { expect, test } from 'vitest'
import { smallDemo } from '#tests/support/small-demo'
import { demoSchema } from '~/domain/demo/format/schema'
import { addressReferences } from './address-references'
import { documentLinks } from './document-links'
import { textReferences } from './text-references'

const named = (found: readonly { thing: string; id: string }[]) =>
  found.map(({ thing, id }) => `${thing} ${id}`)

test.each<[string, string[]]>([
  ['/demos/order-to-cash', ['demo order-to-cash']],
  ['/demos/order-to-cash/?plan=free#tasks', ['demo order-to-cash', 'demo-plan order-to-cash/free']],
  ['/compare/order-to-cash', ['demo order-to-cash']],
  ['/help/refunds?lng=zh', ['help refunds']],
  ['refunds', ['help refunds']],
  ['../trust', ['page trust']],
  ['/trust', ['page trust']],
  ['/pricing?feature=auto-match', ['feature auto-match']],
  ['/?role=sales&scenario=wholesale', ['audience sales', 'scenario wholesale']],
  ['/%64emos/a', ['demo a']],
  ['/demos', ['address /demos']],
  ['/demos/a/b', ['address /demos/a/b']],
  ['/help/a/b', ['address /help/a/b']],
  ['/where/is/it', ['address /where/is/it']],
  ['/help', []],
  ['/help/', []],
  ['/me', []],
  ['/talk?goal=quote', []],
  ['/studio/demo/a', []],
  ['/samples/shelf.svg', []],
  ['/compare/a?plans=free,premium', ['demo a', 'demo-plan a/free', 'demo-plan a/premium']],
  ['/compare/a?plan=free&plan=pro', ['demo a', 'demo-plan a/free', 'demo-plan a/pro']],
  ['/talk?plan=premium', ['plan premium']],
  ['/demos/%E0', ['demo %E0']],
  ['/%', ['page %']],
  ['/stories', ['address /stories']],
  ['/embed/a', ['address /embed/a']],
  ['/try/a', ['address /try/a']],
  ['/me/a', ['address /me/a']],
  ['/assets/gone.js', ['address /assets/gone.js']],
  ['/DEMOS/a', ['address /DEMOS/a']],
  ['#top', []],
  ['https://example.com/demos/a', []],
  ['//example.com/demos/a', []],
  ['mailto:a@example.com', []],
])('a link to %s names %j', (url, found) => {
  expect(named(addressReferences(url, '/help/getting-started'))).toEqual(found)
})

test('a text tells its links, its definitions and the demos that it offers, each with its line', () => {
  const source = [
    '---',
    'title: A',
    '---',
    '',
    'See [a demo](/demos/a), ![a picture](/demos/no.png) and [later][b].',
    '',
    '<TryDemo slug="a" plan="free" />',
    '',
    '[b]: /help/b',
  ].join('\n')
  const found = textReferences('en.mdx', source, '/help/x')
  expect(found.map(({ thing, id, line }) => `${thing} ${id} ${line}`)).toEqual([
    'demo a 5',
    'demo a 7',
    'demo-plan a/free 7',
    'help b 9',
  ])
})

test('a text that cannot be parsed names nothing', () => {
  expect(textReferences('en.mdx', '---js\n---\n[a](/demos/a)', '/')).toEqual([])
  expect(textReferences('en.mdx', '<TryDemo slug="a"', '/')).toEqual([])
})

test('a demo names its scenario, audiences, plans, icons and features with their paths, and offers itself on its plans', () => {
  const demo = demoSchema.parse({
    ...smallDemo({
      screens: { a: { title: { en: 'A' }, blocks: [{ button: { label: { en: 'Go' }, send: 'GO' } }] } },
      states: { a: { screen: 'a', feature: 'stock', on: { GO: 'b' } }, b: { screen: 'a', final: 'success' } },
      tasks: { t: { title: { en: 'T' }, done: 'true', weight: 1, feature: 'match' } },
    }),
    audience: ['sales', 'hr'],
    product: { name: 'P', nav: [{ id: 'n', label: { en: 'N' }, icon: 'truk' }] },
  })
  const { references, offers } = documentLinks('demo', 'small', { 'demo.yaml': '' }, { demo })
  expect(references.map(({ thing, id, at }) => `${thing} ${id} ${at}`)).toEqual([
    'scenario wholesale scenario',
    'audience sales audience.0',
    'audience hr audience.1',
    ...demo.plans.map((plan, index) => `plan ${plan} plans.${index}`),
    'icon truk product.nav.0.icon',
    'feature stock machine.states.a.feature',
    'feature match tasks.t.feature',
  ])
  expect(named(offers)).toEqual(['demo small', ...demo.plans.map((plan) => `demo-plan small/${plan}`)])
})

test('the guides of a demo name what they link to', () => {
  const demo = demoSchema.parse(
    smallDemo({
      screens: { a: { title: { en: 'A' }, blocks: [] } },
      states: { a: { screen: 'a', final: 'success' } },
      tasks: { t: { title: { en: 'T' }, done: 'true', weight: 1 } },
    }),
  )
  const files = { 'demo.yaml': '', 'guides/a.es.mdx': 'Lea [esto](/help/esto).' }
  const { references } = documentLinks('demo', 'small', files, { demo })
  expect(references).toContainEqual(
    expect.objectContaining({ thing: 'help', id: 'esto', file: 'guides/a.es.mdx', line: 1 }),
  )
})

test('a relative link in a guide leads nowhere, since guides are read beside a trial', () => {
  const demo = demoSchema.parse(
    smallDemo({
      screens: { a: { title: { en: 'A' }, blocks: [] } },
      states: { a: { screen: 'a', final: 'success' } },
      tasks: { t: { title: { en: 'T' }, done: 'true', weight: 1 } },
    }),
  )
  const files = { 'demo.yaml': '', 'guides/a.en.mdx': 'See [another](order-to-cash).' }
  const { references } = documentLinks('demo', 'small', files, { demo })
  expect(named(references)).toContain('address /try/order-to-cash')
})

test('a message names what its link leads to; plans, scenarios and audiences offer their ids', () => {
  const message = parse('{ format: foyer-message/1, places: [home], tone: info, title: { en: A } }') as never
  const link = { href: '/pricing?feature=stock', label: { en: 'B' } }
  expect(documentLinks('message', 'm', {}, { ...(message as object), link } as never).references).toEqual([
    { thing: 'feature', id: 'stock', file: 'message.yaml', at: 'link.href' },
  ])
  const choices = [{ id: 'hr', icon: 'users', name: { en: 'HR' } }]
  const audiences = documentLinks(
    'audiences',
    'audiences',
    {},
    { format: 'foyer-audiences/1', audiences: choices },
  )
  expect(named(audiences.offers)).toEqual(['audience hr'])
  expect(audiences.references).toEqual([
    { thing: 'icon', id: 'users', file: 'audiences.yaml', at: 'audiences.0.icon' },
  ])
})
