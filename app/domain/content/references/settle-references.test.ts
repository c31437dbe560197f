import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkReferences, knownThings } from './check-references'
import { isSameDocument } from './reference'
import type { DocumentLinks, Offer } from './reference'
import { settleReferences } from './settle-references'

const links = (slug: string, names: string[], offers: Offer[] = []): DocumentLinks => ({
  kind: 'help',
  slug,
  references: names.map((id) => ({ thing: 'help', id, file: 'en.mdx', at: '', line: 1 })),
  offers: [{ thing: 'help', id: slug }, ...offers],
})

const candidate = (slug: string, names: string[]) => ({ links: links(slug, names), files: {} })
const slugsOf = (list: readonly { links: DocumentLinks }[]) => list.map((one) => one.links.slug)

test('documents that name each other go live together', () => {
  const { accepted, refused } = settleReferences([], [candidate('a', ['b']), candidate('b', ['a'])])
  expect(slugsOf(accepted)).toEqual(['a', 'b'])
  expect(refused).toEqual([])
})

test('a refused document takes along those that need it, and no others', () => {
  const group = [
    candidate('a', ['nowhere']),
    candidate('b', ['a']),
    candidate('c', []),
    candidate('d', ['c']),
  ]
  const { accepted, refused } = settleReferences([], group)
  expect(slugsOf(accepted)).toEqual(['c', 'd'])
  expect(refused.map((one) => one.problems[0]?.message)).toEqual([
    'There is no help post nowhere: known are a, b, c, d',
    'There is no help post a: did you mean b?',
  ])
})

const plans = (...ids: string[]): DocumentLinks => ({
  kind: 'plans',
  slug: 'plans',
  references: [],
  offers: ids.map((id) => ({ thing: 'plan', id })),
})
const demoOn = (plan: string): DocumentLinks => ({
  kind: 'demo',
  slug: 'sell',
  references: [{ thing: 'plan', id: plan, file: 'demo.yaml', at: 'plans.0' }],
  offers: [{ thing: 'demo', id: 'sell' }],
})
const PLANS = { 'plans.yaml': 'format: foyer-plans/1\nplans:\n  - id: pro\n' }

test('an id that live documents name cannot be removed, unless they change together with it', () => {
  const live = [plans('free', 'premium'), demoOn('premium')]
  const renamed = { links: plans('free', 'pro'), files: PLANS }
  const alone = settleReferences(live, [renamed])
  expect(alone.accepted).toEqual([])
  expect(alone.refused[0]?.problems).toMatchObject([
    { code: 'still-used', file: 'plans.yaml', line: 3, at: 'plans' },
  ])
  expect(alone.refused[0]?.problems[0]?.message).toContain('The plan premium is used by demo sell')
  const following = { links: demoOn('pro'), files: {} }
  expect(settleReferences(live, [renamed, following]).accepted).toHaveLength(2)
  expect(settleReferences(live, [following]).accepted).toEqual([])
})

test('what is wrong says the place and what would be right', () => {
  const files = { 'demo.yaml': 'format: foyer/1\nslug: sell\nscenario: wholesal\n' }
  const demo: DocumentLinks = {
    ...demoOn('free'),
    references: [{ thing: 'scenario', id: 'wholesal', file: 'demo.yaml', at: 'scenario' }],
  }
  expect(checkReferences(demo, files, { known: { scenario: ['wholesale', 'staffing'] } })).toEqual([
    {
      severity: 'error',
      file: 'demo.yaml',
      code: 'unknown-scenario',
      message: 'There is no scenario wholesal: did you mean wholesale?',
      at: 'scenario',
      line: 3,
      column: 11,
    },
  ])
})

test('a retired document and one that never existed get different messages', () => {
  const around = { known: { help: ['new'] }, retired: { help: { old: 'new', gone: null } } }
  const said = (id: string) => checkReferences(links('a', [id]), {}, around)[0]?.message
  expect(said('old')).toBe('The help post old is retired: write new')
  expect(said('gone')).toBe('The help post gone is retired: name another, or leave it out')
  expect(said('constructor')).toBe('There is no help post constructor: known are new, a')
})

test('a plan of a missing demo is reported once', () => {
  const text = (id: string, plan: string): DocumentLinks => ({
    ...links('a', []),
    references: [
      { thing: 'demo', id, file: 'en.mdx', at: '', line: 1 },
      { thing: 'demo-plan', id: `${id}/${plan}`, file: 'en.mdx', at: '', line: 1 },
    ],
  })
  const known = { demo: ['sell'], 'demo-plan': ['sell/free'] }
  const said = (id: string, plan: string) =>
    checkReferences(text(id, plan), {}, { known }).map((one) => one.message)
  expect(said('sel', 'free')).toEqual(['There is no demo sel: did you mean sell?'])
  expect(said('sell', 'fre')).toEqual(['The demo sell has no plan fre: did you mean free?'])
})

test('whatever goes live together, no live document names what does not exist', () => {
  const slug = fc.constantFrom('a', 'b', 'c', 'd', 'e')
  const documents = fc.uniqueArray(
    fc
      .record({ slug, names: fc.uniqueArray(slug, { maxLength: 3 }) })
      .map((one) => links(one.slug, one.names)),
    { selector: (one) => one.slug },
  )
  const dangling = (live: DocumentLinks[]) =>
    live.flatMap((one) => checkReferences(one, {}, { known: knownThings(live) }))
  fc.assert(
    fc.property(documents, documents, (before, group) => {
      const first = settleReferences(
        [],
        before.map((one) => ({ links: one, files: {} })),
      ).accepted
      const live = first.map((one) => one.links)
      expect(dangling(live)).toEqual([])
      const { accepted, refused } = settleReferences(
        live,
        group.map((one) => ({ links: one, files: {} })),
      )
      expect(accepted.length + refused.length).toBe(group.length)
      const others = live.filter((one) => !accepted.some((next) => isSameDocument(next.links, one)))
      expect(dangling([...others, ...accepted.map((one) => one.links)])).toEqual([])
    }),
  )
})
