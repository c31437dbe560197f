import { expect, test } from 'vitest'
import { offeredControls } from './controls'
import { approvalSource } from '../fixtures/approval'
import { compiledFrom } from '../fixtures/compiled'
import { fulfilmentSource } from '../fixtures/fulfilment'
import { screenSource } from '../fixtures/screen'
import { startRun, step, type Run, type RunEvent } from '../engine/run'
import { viewLook, viewScreen, type BlockView } from './view'

const approval = compiledFrom(approvalSource)

function after(run: Run, ...events: RunEvent[]): Run {
  return events.reduce((now, event) => {
    const result = step(now, event)
    if (!result.ok) throw new Error(`${event.type}: ${result.message}`)
    return result.run
  }, run)
}

const begin = (plan = 'free') => startRun(approval, { plan, seed: 's', startedAt: 0 })
const withRequest = () =>
  after(
    begin(),
    { type: 'NEW_REQUEST', at: 1 },
    { type: 'SAVE_REQUEST', data: { who: 'p1', what: 'Server', amount: 5000 }, at: 2 },
  )

/** The view of a block, from a demo that shows this block alone. */
function show(block: string, world = '{}'): BlockView {
  const view = viewScreen(
    startRun(compiledFrom(screenSource(block, world)), { plan: 'free', seed: 's', startedAt: 0 }),
    'en',
  )
  expect(view.failures).toEqual([])
  const shown = view.panes[0]?.blocks[0]
  if (!shown) throw new Error('nothing is shown')
  return shown
}

test('texts are in the language of the reader', () => {
  const titles = (['en', 'zh', 'es'] as const).map((locale) => viewScreen(begin(), locale).panes[0]?.title)
  expect(titles).toEqual(['Requests', '申请', 'Solicitudes'])
})

test('a text that is missing falls back to the first language of the demo', () => {
  expect(
    viewScreen(startRun(compiledFrom(fulfilmentSource), { plan: 'free', seed: '', startedAt: 0 }), 'zh')
      .panes[0]?.title,
  ).toBe('Start')
})

test('the frame of the product says where one is and who one is', () => {
  const view = viewScreen(begin(), 'en')
  expect(view.product).toEqual({
    name: 'Ledgerly',
    currency: 'EUR',
    nav: [{ id: 'requests', label: 'Requests', icon: 'inbox', current: true, look: null }],
  })
  expect(view.role).toEqual({ id: 'employee', name: 'Employee', person: 'Ana' })
  expect(view.states).toEqual([{ id: 'requests', title: 'Requests', feature: null }])
})

test('a locked control is shown with its reason and offers nothing', () => {
  const locked = (plan: string) => viewScreen(begin(plan), 'en').panes[0]?.blocks[2]
  expect(locked('free')).toMatchObject({
    action: {
      locked: {
        needs: 'bulk',
        title: 'Approval in bulk',
        reason: 'Premium approves in bulk.',
        feature: 'bulk',
      },
    },
  })
  expect(locked('premium')).toMatchObject({ action: { locked: null } })
  const sends = (plan: string) => offeredControls(begin(plan)).map((control) => control.send)
  expect(sends('free')).not.toContain('APPROVE_ALL')
  expect(sends('premium')).toContain('APPROVE_ALL')
})

test('a block whose condition does not hold is neither shown nor offered', () => {
  const waiting = after(withRequest(), { type: 'ADD_REASON', data: { reason: 'x' }, at: 3 })
  const kinds = (run: Run) => viewScreen(run, 'en').panes[0]?.blocks.length
  expect(kinds(waiting)).toBe(3)
  expect(kinds(after(waiting, { type: 'CHECK', at: 4 }))).toBe(4)
})

test('names in a text are filled from values', () => {
  expect(viewScreen(withRequest(), 'en').panes[0]?.blocks[0]).toMatchObject({
    kind: 'notice',
    tone: 'warning',
    text: 'Server costs more than 1000: add a reason.',
  })
})

test('every view names its controls as the engine does', () => {
  for (const run of [begin('premium'), withRequest(), after(begin(), { type: 'NEW_REQUEST', at: 1 })]) {
    const shown = JSON.stringify(viewScreen(run, 'en'))
    for (const control of offeredControls(run)) expect(shown).toContain(`"id":"${control.id}"`)
  }
})

test('a parallel state shows the screens of all its regions', () => {
  const run = startRun(compiledFrom(fulfilmentSource), {
    plan: 'free',
    role: 'finance',
    seed: '',
    startedAt: 0,
  })
  expect(viewScreen(run, 'en').panes.map((pane) => pane.screen)).toEqual(['packing', 'invoice'])
})

test('an expression that fails shows nothing and is reported with its place', () => {
  const source = approvalSource.replace(
    'value: "world.requests.filter',
    'value: "world.requests[9].amount + world.requests.filter',
  )
  const run = after(
    startRun(compiledFrom(source), { plan: 'premium', seed: '', startedAt: 0 }),
    { type: 'NEW_REQUEST', at: 1 },
    { type: 'SAVE_REQUEST', data: { who: 'p1', what: 'x', amount: 1 }, at: 2 },
    { type: 'APPROVE', at: 3 },
  )
  const view = viewScreen(run, 'en')
  expect(view.failures).toMatchObject([{ at: 'screens.result.blocks.0.metrics.items.0.value' }])
  expect(view.panes[0]?.blocks[0]).toMatchObject({ items: [{ figure: { value: null, text: '' } }] })
})

const ORDERS = `{ orders: [ { id: a, no: SO-1, total: 1200.5, state: paid, on: "2025-01-31" }, { id: b, no: SO-2, total: 80, state: open, on: "2025-02-01" } ] }`

test('a table shows formatted cells, a row to pick and its actions', () => {
  const table = show(
    `table: { rows: world.orders, pick: GO, columns: [ { label: { en: No }, value: row.no }, { label: { en: Total }, value: row.total, format: money }, { label: { en: State }, value: row.state, format: status } ], rowActions: [ { label: { en: Pay }, send: GO, if: "row.state == 'open'" } ] }`,
    ORDERS,
  )
  if (table.kind !== 'table') throw new Error('no table')
  expect(table.columns).toEqual([
    { label: 'No', align: 'start' },
    { label: 'Total', align: 'end' },
    { label: 'State', align: 'start' },
  ])
  expect(table.rows[0]?.cells.map((cell) => cell.text)).toEqual(['SO-1', '$1,200.50', 'Paid'])
  expect(table.rows[0]?.cells[2]?.tone).toBe('success')
  expect(table.rows[0]?.pick).toMatchObject({ send: 'GO', data: { id: 'a' }, label: 'SO-1' })
  expect(table.rows.map((row) => row.actions.length)).toEqual([0, 1])
})

test('a card that stands in no column of its board cannot be picked', () => {
  const board = `board: { rows: world.orders, column: row.state, columns: [ { id: open, label: { en: Open } } ], card: { title: { value: row.id } }, pick: PICK, rowActions: [ { label: { en: Take }, send: TAKE } ] }`
  const world = '{ orders: [ { id: o1, state: open }, { id: o2, state: lost } ] }'
  const source = screenSource(board, world).replace(
    'on: { GO: end }',
    'on: { GO: end, PICK: end, TAKE: end }',
  )
  const run = startRun(compiledFrom(source), { plan: 'free', seed: 's', startedAt: 0 })
  expect(step(run, { type: 'PICK', data: { id: 'o1' }, at: 1 })).toMatchObject({ ok: true })
  expect(step(run, { type: 'PICK', data: { id: 'o2' }, at: 1 })).toMatchObject({ code: 'bad-payload' })
  expect(step(run, { type: 'TAKE', data: { id: 'o2' }, at: 1 })).toMatchObject({ code: 'bad-payload' })
})

test('a board puts each card in its column', () => {
  const board = show(
    `board: { rows: world.orders, column: row.state, columns: [ { id: open, label: { en: Open } }, { id: paid, label: { en: Paid }, tone: success } ], card: { title: { value: row.no }, lines: [ { value: row.total, format: money } ] } }`,
    ORDERS,
  )
  if (board.kind !== 'board') throw new Error('no board')
  expect(board.columns.map((column) => column.cards.map((card) => card.title.text))).toEqual([
    ['SO-2'],
    ['SO-1'],
  ])
  expect(board.columns[0]?.cards[0]).toMatchObject({ id: 'b', pick: null, lines: [{ text: '$80.00' }] })
})

test('a chart gives one mark a row and one value a series', () => {
  expect(
    show(
      `chart: { type: bar, rows: world.orders, label: row.no, format: money, series: [ { label: { en: Total }, value: row.total } ] }`,
      ORDERS,
    ),
  ).toMatchObject({
    series: ['Total'],
    marks: [
      { label: 'SO-1', values: [{ value: 1200.5 }] },
      { label: 'SO-2', values: [{ value: 80 }] },
    ],
  })
})

test('a document has parties, lines, totals and a stamp when its condition holds', () => {
  const view = show(
    `document: { of: world.orders.first(), heading: { en: Invoice }, number: { value: row.no }, parties: [ { label: { en: From }, lines: [ { text: { en: Us } } ] } ], facts: [ { label: { en: On }, value: row.on, format: date } ], lines: { rows: world.orders, columns: [ { label: { en: No }, value: row.no } ] }, totals: [ { label: { en: Total }, value: row.total, format: money, strong: true } ], paragraphs: [ { text: { en: "Pay {no}." }, values: { no: row.no } } ], stamp: { text: { en: Paid }, if: "row.state == 'paid'" } }`,
    ORDERS,
  )
  expect(view).toMatchObject({
    heading: 'Invoice',
    number: { text: 'SO-1' },
    parties: [{ label: 'From', lines: [{ text: 'Us' }] }],
    facts: [{ label: 'On', text: 'Jan 31, 2025' }],
    lines: { columns: [{ label: 'No' }], rows: [[{ text: 'SO-1' }], [{ text: 'SO-2' }]] },
    totals: [{ text: '$1,200.50', strong: true, align: 'end' }],
    paragraphs: [{ text: 'Pay SO-1.' }],
    stamp: { text: 'Paid', tone: 'neutral' },
  })
})

test('a timeline and a chat show one entry a row', () => {
  expect(
    show(
      `timeline: { rows: world.orders, at: row.on, entry: { value: row.no }, tone: "row.state == 'paid' ? 'success' : 'neutral'" }`,
      ORDERS,
    ),
  ).toMatchObject({
    entries: [
      { at: { text: 'Jan 31, 2025' }, entry: { text: 'SO-1' }, tone: 'success' },
      { entry: { text: 'SO-2' }, tone: 'neutral' },
    ],
  })
  expect(
    show(
      `chat: { rows: world.orders, from: { value: row.state }, message: { value: row.no }, mine: "row.id == 'a'", replies: [ { label: { en: Hi }, send: GO, with: { say: hi } }, { label: { en: No }, send: GO, if: "false" } ] }`,
      ORDERS,
    ),
  ).toMatchObject({
    messages: [{ mine: true }, { mine: false, message: { text: 'SO-2' } }],
    replies: [{ label: 'Hi', send: 'GO', data: { say: 'hi' } }],
  })
})

test('a picture keeps its size and its hotspots that are offered', () => {
  expect(
    show(
      `image: { src: shelf.webp, alt: { en: A shelf }, width: 800, height: 600, hotspots: [ { x: 10, y: 20, width: 5, height: 5, label: { en: Scan }, send: GO } ] }`,
    ),
  ).toMatchObject({
    src: 'shelf.webp',
    alt: 'A shelf',
    width: 800,
    hotspots: [{ x: 10, action: { label: 'Scan', send: 'GO' } }],
  })
})

test('a detail without a thing to speak of has no facts', () => {
  expect(
    show(
      `detail: { of: world.current, facts: [ { label: { en: No }, value: row.no } ] }`,
      '{ current: null }',
    ),
  ).toMatchObject({ facts: [] })
})

test('texts of the world in several languages are read in the language of the reader', () => {
  const compiled = compiledFrom(
    screenSource(
      `metrics: { items: [ { label: { en: Name }, value: world.name } ] }`,
      '{ name: { en: Chair, es: Silla } }',
    ),
  )
  const view = viewScreen(startRun(compiled, { plan: 'free', seed: '', startedAt: 0 }), 'es')
  expect(view.panes[0]?.blocks[0]).toMatchObject({ items: [{ figure: { text: 'Silla' } }] })
})

test('a form opens with the values of its fields and the options on screen', () => {
  const form = show(
    `form: { send: GO, title: { en: Order }, samples: [ {} ], fields: [ { name: order, kind: select, options: world.orders, optionLabel: row.no, label: { en: Order } }, { name: n, kind: number, value: world.orders.size(), label: { en: N } }, { name: ok, kind: checkbox, label: { en: Ok } } ] }`,
    ORDERS,
  )
  expect(form).toMatchObject({
    fields: [
      {
        initial: null,
        options: [
          { value: 'a', label: 'SO-1' },
          { value: 'b', label: 'SO-2' },
        ],
      },
      { initial: 2, options: null },
      { initial: false },
    ],
    submit: { label: 'Order', data: null, tone: 'primary' },
  })
})

test('a label and a text are filled in the format that is asked for', () => {
  const label = `{ en: "Pay {sum} for {n}" }, values: { n: world.n, sum: { value: world.n * 2.5, format: money } }`
  const demo = compiledFrom(screenSource(`button: { label: ${label}, send: GO }`, '{ n: 4 }'))
  const run = startRun(demo, { plan: 'free', seed: 's', startedAt: 0 })
  const [block] = viewScreen(run, 'en').panes[0]?.blocks ?? []
  expect(block).toMatchObject({ action: { label: 'Pay $10.00 for 4' } })
  expect(offeredControls(run)[0]?.label).toEqual({ en: 'Pay $10.00 for 4' })
  expect(
    show(`notice: { text: { en: "{s}" }, values: { s: { value: world.n, format: percent } } }`, '{ n: 0.2 }'),
  ).toMatchObject({ text: '20%' })
})

test('the tone of a figure is written, or follows from the world', () => {
  const items = `[{ label: { en: A }, value: "1", tone: danger }, { label: { en: B }, value: "1", tone: "world.n > 3 ? 'warning' : 'success'" }, { label: { en: C }, value: "1", tone: world.n }]`
  const block = show(`metrics: { items: ${items} }`, '{ n: 4 }')
  expect(block.kind === 'metrics' && block.items.map((item) => item.tone)).toEqual([
    'danger',
    'warning',
    'neutral',
  ])
})

test('looking around shows another screen of the same moment, and the work stays as it is', () => {
  const run = withRequest()
  const work = viewScreen(run, 'en')
  const look = viewLook(run, work, 'requests', 'en')
  expect(look.panes.map(({ screen, over }) => [screen, over])).toEqual([['requests', null]])
  expect(look.product.nav.map(({ id, current }) => [id, current])).toEqual([['requests', true]])
  expect({ ...look, panes: [], product: null }).toEqual({ ...work, panes: [], product: null })
})
