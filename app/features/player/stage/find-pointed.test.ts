import { expect, test } from 'vitest'
import type { ActionView } from '~/domain/demo/screen/blocks/view-parts'
import type { BlockView, ScreenView } from '~/domain/demo/screen/view'
import { findPointed } from './find-pointed'

const action = (send: string, label: string, data: ActionView['data'] = null): ActionView => ({
  id: `${send}-${JSON.stringify(data)}`,
  label,
  send,
  data,
  tone: 'default',
  tip: null,
  feature: null,
  locked: null,
})
const text = (value: string) => ({ value, format: 'text' as const, text: value, tone: null })
const base = { id: 'b', title: null, tip: null }
const screen = (...blocks: unknown[]): ScreenView =>
  ({ panes: [{ title: 'Orders', blocks: blocks as BlockView[] }] }) as unknown as ScreenView

const row = (id: string, ...cells: string[]) => ({
  id,
  cells: cells.map(text),
  pick: null,
  actions: [action('BOOK', 'Book', { id })],
})

test('a button that stands on every row is named with its row', () => {
  const table = {
    ...base,
    kind: 'table',
    columns: [],
    empty: null,
    rows: [row('1', 'INV-7', 'Acme'), row('2', 'INV-8', 'Acme')],
  }
  expect(findPointed(screen(table), { type: 'BOOK', data: { id: '2' } })).toMatchObject({
    way: 'pressInRow',
    label: 'Book',
    place: 'INV-8',
  })
})

test('a button on a card is named with the card, and cards of one title with what tells them apart', () => {
  const card = (id: string, line: string) => ({
    id,
    title: text('Acme'),
    lines: [text(line)],
    pick: null,
    actions: [action('MOVE', 'Move', { id })],
  })
  const board = {
    ...base,
    kind: 'board',
    columns: [{ cards: [card('1', 'Cups')] }, { cards: [card('2', 'Lids')] }],
  }
  expect(findPointed(screen(board), { type: 'MOVE', data: { id: '2' } })).toMatchObject({
    way: 'pressOnCard',
    place: 'Acme Lids',
  })
})

test('answers and places on a picture are named as such', () => {
  const chat = { ...base, kind: 'chat', messages: [], replies: [action('YES', 'Yes'), action('NO', 'No')] }
  const image = { ...base, kind: 'image', hotspots: [{ action: action('DOOR', 'Door') }] }
  expect(findPointed(screen(chat, image), { type: 'NO', data: null })).toMatchObject({
    way: 'answer',
    label: 'No',
  })
  expect(findPointed(screen(chat, image), { type: 'DOOR', data: null })).toMatchObject({
    way: 'pressPicture',
  })
})

test('of two buttons with one label the place is named, and of one alone it is not', () => {
  const button = (title: string, send: string, label: string) => ({
    ...base,
    title,
    kind: 'button',
    action: action(send, label),
  })
  const view = screen(
    button('Bank', 'SAVE_BANK', 'Save'),
    button('Address', 'SAVE_ADDRESS', 'Save'),
    button('End', 'CLOSE', 'Close'),
  )
  expect(findPointed(view, { type: 'SAVE_ADDRESS', data: null })).toMatchObject({
    way: 'pressAt',
    label: 'Save',
    place: 'Address',
  })
  expect(findPointed(view, { type: 'CLOSE', data: null })).toMatchObject({ way: 'press', label: 'Close' })
})
