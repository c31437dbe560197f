import { expect, test } from 'vitest'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import { compiledFrom } from '~/domain/demo/fixtures/compiled'
import { fulfilmentSource } from '~/domain/demo/fixtures/fulfilment'
import { proportion } from '~/domain/insight/proportion'
import { flowGraph } from './flow-graph'
import { layOutFlow } from './flow-layout.server'
import { idealStyles } from './ideal-style'

const approval = compiledFrom(approvalSource)
const fulfilment = compiledFrom(fulfilmentSource)
const none = { dropOff: [], edges: [] }
const edge = (from: string, to: string) => ({ key: `${from}>${to}`, from, to, ...proportion(3, 40) })

test('every state that one can stand in is there, also when nobody tried the demo', () => {
  const { nodes } = flowGraph(approval, none, [], {})
  const leaves = [...approval.states.values()].filter(
    (state) => state.type === 'leaf' || state.type === 'final',
  )
  expect(nodes.length).toBeGreaterThan(3)
  expect(nodes.length).toBeLessThanOrEqual(leaves.length)
  expect(nodes.every((node) => node.entered === 0)).toBe(true)
})

test('a state that only passes on is drawn as the steps through it', () => {
  const { nodes, edges } = flowGraph(fulfilment, none, [], {})
  expect(nodes.map((node) => node.id)).not.toContain('closing')
  expect(nodes.map((node) => node.id)).toContain('to-pack')
  const ids = new Set(nodes.map((node) => node.id))
  expect(edges.every((one) => ids.has(one.from) && ids.has(one.to) && one.from !== one.to)).toBe(true)
})

test('steps that trials took or the ideal path takes are there, also from states of another revision', () => {
  const measured = { dropOff: [{ state: 'gone', ...proportion(2, 40) }], edges: [edge('gone', 'requests')] }
  const { nodes, edges } = flowGraph(
    approval,
    measured,
    [{ plan: 'free', states: ['requests', 'elsewhere'] }],
    { gone: 'Gone' },
  )
  expect(nodes.find((node) => node.id === 'gone')).toMatchObject({ title: 'Gone', entered: 40 })
  expect(edges).toContainEqual(expect.objectContaining({ from: 'gone', to: 'requests', ideal: [] }))
  expect(edges).toContainEqual(
    expect.objectContaining({ from: 'requests', to: 'elsewhere', ideal: ['free'], taken: null }),
  )
})

test('boxes do not lie on one another and stay within the drawing', () => {
  const chart = layOutFlow(flowGraph(approval, none, [], {}))
  for (const node of chart.nodes) {
    expect(node.x).toBeGreaterThanOrEqual(0)
    expect(node.x + node.width).toBeLessThanOrEqual(chart.width)
    expect(node.y + node.height).toBeLessThanOrEqual(chart.height)
    for (const other of chart.nodes) {
      const apart =
        node.id === other.id ||
        node.x + node.width <= other.x ||
        other.x + other.width <= node.x ||
        node.y + node.height <= other.y ||
        other.y + other.height <= node.y
      expect(apart).toBe(true)
    }
  }
  expect(chart.edges.every((one) => one.d.startsWith('M'))).toBe(true)
})

test('each plan has its own ideal path, and what they share names both', () => {
  const ideals = [
    { plan: 'free', states: ['requests', 'new-request', 'waiting'] },
    { plan: 'premium', states: ['requests', 'new-request', 'approved'] },
  ]
  const { nodes, edges } = flowGraph(approval, none, ideals, {})
  const plansAt = (id: string) => nodes.find((node) => node.id === id)?.ideal
  const plansOn = (from: string, to: string) => edges.find((one) => one.from === from && one.to === to)?.ideal
  expect([plansAt('new-request'), plansAt('waiting'), plansAt('approved')]).toEqual([
    ['free', 'premium'],
    ['free'],
    ['premium'],
  ])
  expect([plansOn('requests', 'new-request'), plansOn('new-request', 'waiting')]).toEqual([
    ['free', 'premium'],
    ['free'],
  ])
})

test('a plan is drawn alike whichever has more trials, and one plan alone is not every plan', () => {
  const ideals = [
    { plan: 'premium', states: ['requests', 'approved'] },
    { plan: 'free', states: ['requests', 'waiting'] },
  ]
  const stylesOf = (given: typeof ideals) => idealStyles(flowGraph(approval, none, given, {}))
  expect(stylesOf(ideals)).toEqual(stylesOf([...ideals].reverse()))
  expect(stylesOf(ideals).map(({ plans, shared }) => [plans, shared])).toEqual([
    [['free', 'premium'], true],
    [['free'], false],
    [['premium'], false],
  ])
  expect(stylesOf(ideals.slice(0, 1))).toEqual([{ plans: ['premium'], shared: false, dashes: undefined }])
})
