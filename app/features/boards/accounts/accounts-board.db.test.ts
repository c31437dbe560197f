import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ACCOUNTS, TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import { accountScore } from '~/domain/insight/accounts/account-score'
import { trialsHref } from '../filter/board-links'
import { queryOf } from '../filter/board-query'
import { exportTable } from '../files/export-table.server'
import { listTrials } from '../trials/list-trials.server'
import { accountSetHref } from './account-query'
import { readAccountBoard } from './read-account-board.server'
import { readAccounts } from './read-accounts.server'

const TRIALS = fc.sample(arbitraryTrials(30), { numRuns: 20, seed: 11 }).flat()
const ASKED = { range: 'all', flagged: 'in', simulated: 'in' }

async function openedApp() {
  const app = await createTestApp()
  app.clock.at = TEST_NOW
  await insertMeasuredTrials(app.app.db, TRIALS)
  return { app, ctx: asStaff(app, 'growth') }
}

test('each number of an account opens a list of as many trials, and nobody is missing from the page', async () => {
  const { app, ctx } = await openedApp()
  await using _app = app
  const board = await readAccounts({ ctx, input: ASKED })
  const countAt = async (href: string) => (await listTrials({ ctx, input: queryOf(`http://x${href}`) })).count
  expect(board.accounts).toHaveLength(ACCOUNTS.length)
  for (const one of board.accounts) {
    const { account, trials, finished, asked, converted, early, counts, score } = one
    const numbers = { started: trials, finished, asked, converted, early } as const
    for (const [set, number] of Object.entries(numbers)) {
      const href = accountSetHref(board.query, account, set as keyof typeof numbers)
      expect([set, await countAt(href)]).toEqual([set, number])
    }
    expect(accountScore(counts).points).toBe(score)
  }
  const { unaccounted, accounts } = board
  const strangers = trialsHref({ ...board.query, without: 'account' }, { name: 'started' })
  expect(await countAt(strangers)).toBe(unaccounted.trials)
  const all = await countAt(trialsHref(board.query, { name: 'started' }))
  expect(accounts.reduce((sum, { trials }) => sum + trials, unaccounted.trials)).toBe(all)
})

test('the page of an account lists as many people and demos as the board says, and its timeline all they did', async () => {
  const { app, ctx } = await openedApp()
  await using _app = app
  const { accounts } = await readAccounts({ ctx, input: ASKED })
  for (const one of accounts) {
    const input = { ...ASKED, accountId: one.account }
    const page = await readAccountBoard({ ctx, input })
    expect(page.people).toHaveLength(one.people)
    expect(page.demos).toHaveLength(one.demos)
    expect(page.figures).toMatchObject({ trials: one.trials, score: one.score })
    const tried = page.events.filter(({ kind }) => kind === 'trial').length
    expect(tried).toBeLessThanOrEqual(one.trials)
    expect(page.people.reduce((sum, { trials }) => sum + trials, 0)).toBe(one.trials)
    for (const { person, trials } of page.people.slice(0, 3)) {
      const { events, eventCount } = await readAccountBoard({
        ctx,
        input: { ...input, person: String(person) },
      })
      expect(events).toHaveLength(eventCount)
      expect(events.filter(({ kind }) => kind === 'trial')).toHaveLength(trials)
      expect(new Set(events.map((event) => event.person))).toEqual(new Set([person]))
    }
  }
})

test('accounts are searched by name, sorted by any column, and cut to what the page says', async () => {
  const { app, ctx } = await openedApp()
  await using _app = app
  const [first = ''] = ACCOUNTS
  const found = await readAccounts({ ctx, input: { ...ASKED, search: first.slice(-2).toUpperCase() } })
  expect(found.accounts.map(({ name }) => name)).toEqual([first])
  const unknown = await readAccounts({ ctx, input: { ...ASKED, search: 'nobody' } })
  expect([unknown.found, unknown.accounts]).toEqual([0, []])
  const sorted = await readAccounts({ ctx, input: { ...ASKED, sort: 'trials', direction: 'asc' } })
  const sizes = sorted.accounts.map(({ trials }) => trials)
  expect(sizes).toEqual([...sizes].sort((a, b) => a - b))
})

test('names of companies are in files for those who may read single trials alone', async () => {
  const { app, ctx } = await openedApp()
  await using _app = app
  const input = { board: 'accounts', table: 'accounts', format: 'csv' as const, parameters: { range: 'all' } }
  let text = ''
  for await (const chunk of (await exportTable({ ctx, input })).chunks) text += String(chunk)
  expect(text.split('\r\n')[0]).toContain('account,name,domains,people,trials')
  expect(text.split('\r\n').filter((line) => line.includes('-0000-7000-'))).toHaveLength(ACCOUNTS.length)
})

test('an account that does not exist is not found, and others may not look', async () => {
  const { app, ctx } = await openedApp()
  await using _app = app
  for (const accountId of ['nonsense', '0190a000-0000-7000-8000-0000000000ff']) {
    await expect(readAccountBoard({ ctx, input: { accountId } })).rejects.toMatchObject({ code: 'not-found' })
  }
  const operator = asStaff(app, 'operator')
  await expect(readAccounts({ ctx: operator, input: {} })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(readAccountBoard({ ctx: operator, input: { accountId: ACCOUNTS[0] } })).rejects.toMatchObject({
    code: 'forbidden',
  })
})
