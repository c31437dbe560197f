import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import type { BoardView } from '~/domain/demo/screen/blocks/board'
import type { FormView } from '~/domain/demo/screen/blocks/form'
import type { ActionView } from '~/domain/demo/screen/blocks/view-parts'
import type { TableView } from '~/domain/demo/screen/blocks/table'
import type { EventData } from '~/domain/demo/screen/control'
import type { PlainEvent } from '~/domain/demo/engine/offered-events'
import type { Run } from '~/domain/demo/engine/run'
import { viewScreen, type BlockView } from '~/domain/demo/screen/view'

/** Sends the event in the page, from the current state of `run`, as a prospect with the English page does. */
export async function takeInBrowser(page: Page, run: Run, event: PlainEvent): Promise<void> {
  const { panes } = viewScreen(run, 'en')
  for (const pane of panes) {
    const place = panes.length > 1 ? paneOf(page, pane.title) : page.getByRole('main')
    for (const block of pane.blocks) {
      const use = findUse(place, block, event)
      if (use) return use()
    }
  }
  throw new Error(`Nothing on ${run.states.join(', ')} sends ${JSON.stringify(event)}.`)
}

/** Waits until the page shows the state of `run`, and passes the scene in which another role takes over. */
export async function arriveInBrowser(page: Page, before: Run, run: Run): Promise<void> {
  const view = viewScreen(run, 'en')
  if (run.role !== before.role && run.status === 'active') {
    const name = view.role.person ?? view.role.name
    await page.getByRole('button', { name: `Continue as ${name}`, exact: true }).click()
  }
  for (const { title } of view.panes) {
    const heading = page.getByRole('main').getByRole('heading', { level: 2, name: title, exact: true })
    await expect(heading.first()).toBeVisible()
  }
}

/**
 * Screens side by side may have controls of the same name: the innermost element around the title is the screen.
 */
function paneOf(page: Page, title: string): Locator {
  const heading = page.getByRole('heading', { level: 2, name: title, exact: true })
  return page.getByRole('main').locator('div').filter({ has: heading }).last()
}

type Use = () => Promise<void>

/** How to send the event with this block, or null when the block does not send it. */
function findUse(main: Locator, block: BlockView, event: PlainEvent): Use | null {
  switch (block.kind) {
    case 'button':
      return pressing(main, [block.action], event)
    case 'chat':
      return pressing(main, block.replies, event)
    case 'image':
      return pressing(
        main,
        block.hotspots.map((spot) => spot.action),
        event,
      )
    case 'form':
      return sends(block.submit, { type: event.type }) ? () => fillIn(main, block, event.data ?? {}) : null
    case 'table':
      return usingRow(main, block, event)
    case 'board':
      return usingCard(main, block, event)
    default:
      return null
  }
}

function pressing(place: Locator, actions: readonly ActionView[], event: PlainEvent): Use | null {
  const action = actions.find((one) => sends(one, event))
  return action ? () => press(place, action.label) : null
}

const press = (place: Locator, name: string) =>
  place.getByRole('button', { name, exact: true }).first().click()

function sends(action: ActionView | null, event: PlainEvent): boolean {
  if (!action || action.locked || action.send !== event.type) return false
  return spell(action.data ?? {}) === spell(event.data ?? {})
}

const spell = (data: EventData): string => JSON.stringify(Object.entries(data).sort())

function usingRow(main: Locator, block: TableView, event: PlainEvent): Use | null {
  for (const row of block.rows) {
    const [first] = row.cells
    const place = withTexts(
      main.getByRole('row'),
      row.cells.map((cell) => cell.text),
    )
    if (sends(row.pick, event)) return () => press(place, first?.text ?? '')
    const use = pressing(place, row.actions, event)
    if (use) return use
  }
  return null
}

function usingCard(main: Locator, block: BoardView, event: PlainEvent): Use | null {
  for (const column of block.columns) {
    const region = main.getByRole('region', { name: column.label, exact: true })
    for (const card of column.cards) {
      const texts = [card.title, ...card.lines].map((value) => value.text)
      const place = withTexts(region.getByRole('listitem'), texts)
      if (sends(card.pick, event)) return () => press(place, card.title.text)
      const use = pressing(place, card.actions, event)
      if (use) return use
    }
  }
  return null
}

/** The first element that contains every text. */
function withTexts(places: Locator, texts: readonly string[]): Locator {
  return texts.reduce((found, text) => (text ? found.filter({ hasText: text }) : found), places).first()
}

async function fillIn(main: Locator, block: FormView, data: EventData): Promise<void> {
  const submit = main.page().getByRole('button', { name: block.submit.label, exact: true })
  const form = main.locator('form').filter({ has: submit }).first()
  for (const { name, label, kind } of block.fields) {
    const value = data[name]
    const field = form.getByLabel(label, { exact: true })
    if (kind === 'checkbox') await field.setChecked(value === true)
    else if (kind === 'select') await field.selectOption(String(value ?? ''))
    else await field.fill(String(value ?? ''))
  }
  await press(form, block.submit.label)
}
