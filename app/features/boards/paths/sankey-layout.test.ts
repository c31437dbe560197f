import fc from 'fast-check'
import { expect, test } from 'vitest'
import { flowTerms } from '~/domain/insight/path-flow/flow-sets.testing'
import { anyPaths } from '~/domain/insight/path-flow/paths.testing'
import { sankey } from '~/domain/insight/path-flow/sankey'
import { layOutSankey } from './sankey-layout'

test('no two states of a column overlap, all lie inside the drawing, and every move is drawn', () => {
  fc.assert(
    fc.property(anyPaths, flowTerms, (paths, terms) => {
      const diagram = sankey(paths, { ...terms, states: 4 })
      const { nodes, links, width, height } = layOutSankey(diagram)
      expect(nodes).toHaveLength(diagram.nodes.length)
      expect(links).toHaveLength(diagram.links.length)
      for (const node of nodes) {
        expect(node.x).toBeLessThan(width)
        expect(node.y + node.height).toBeLessThanOrEqual(height)
        const below = nodes.filter(({ x, y }) => x === node.x && y > node.y)
        for (const other of below) expect(other.y).toBeGreaterThanOrEqual(node.y + node.height)
      }
    }),
  )
})

test('the rare states of a column stand at its foot, for all that it does not name', () => {
  const fan = ['b', 'c', 'd', 'e'].map((state, index) => ({ states: ['a', state], count: 9 - index }))
  const { nodes } = layOutSankey(sankey(fan, { steps: 1, states: 2 }))
  expect(nodes.at(-1)).toMatchObject({
    state: null,
    members: 2,
    count: 13,
    place: { except: ['b', 'c'] },
  })
})
