import { expect, test } from 'vitest'
import type { BlockView } from '~/domain/demo/screen/view'
import { arrangeBlocks, splitHead, wayOut } from './arrange-blocks'

const base = (id: string) => ({ id, title: null, tip: null })
const button = (id: string, tone: 'default' | 'primary' | 'danger' = 'default'): BlockView => ({
  ...base(id),
  kind: 'button',
  action: { id, label: id, send: 'GO', data: null, tone, tip: null, feature: null, locked: null },
})
const detail = (id: string): BlockView => ({ ...base(id), kind: 'detail', facts: [] })
const timeline = (id: string): BlockView => ({ ...base(id), kind: 'timeline', entries: [] })
const submit = { id: 'f', label: 'Save', send: 'SAVE', data: null, tone: 'primary' as const }
const form = (id: string): BlockView => ({
  ...base(id),
  kind: 'form',
  fields: [],
  submit: { ...submit, tip: null, feature: null, locked: null },
})
const table = (id: string): BlockView => ({ ...base(id), kind: 'table', columns: [], rows: [], empty: null })

const shape = (blocks: BlockView[]) =>
  arrangeBlocks(blocks).map((band) =>
    band.kind === 'form'
      ? `form:${[band.block, ...band.beside].map((block) => block.id).join('+')}`
      : band.kind === 'single'
        ? band.block.id
        : `${band.kind}:${band.blocks.map((block) => block.id).join('+')}`,
  )

test('keeps the order of the demo and puts neighbours of one kind together', () => {
  expect(shape([table('t'), button('a'), button('b'), detail('d'), timeline('l'), detail('e')])).toEqual([
    't',
    'buttons:a+b',
    'pair:d+l',
    'e',
  ])
})

test('a wide block between two narrow ones keeps them apart', () => {
  expect(shape([detail('d'), table('t'), detail('e')])).toEqual(['d', 't', 'e'])
})

test('only buttons that a screen begins with go to its head', () => {
  const { head, body } = splitHead([button('a'), table('t'), button('b')])
  expect(head.map((block) => block.id)).toEqual(['a'])
  expect(body.map((block) => block.id)).toEqual(['t', 'b'])
  expect(splitHead([button('a')]).body).toEqual([])
})

test('the ways out of a form stand beside its button, another way on stands apart', () => {
  expect(shape([form('f'), button('cancel'), button('next', 'primary'), button('later')])).toEqual([
    'form:f+cancel',
    'buttons:next+later',
  ])
})

test('Escape takes the one way out of a dialog and guesses at none', () => {
  expect(wayOut([form('f'), button('cancel')])?.id).toBe('cancel')
  expect(wayOut([form('f'), button('cancel'), button('later')])).toBeNull()
  expect(wayOut([form('f'), button('delete', 'danger')])).toBeNull()
})
