import { expect, test } from 'vitest'
import { findById } from '#tests/support/find-by-id'
import { followHints, sendEvent, shippedDemo, undoneTasks, type Sent } from '#tests/support/play-demo'
import { viewScreen } from '~/domain/demo/screen/view'
import { LOCALES, type Text } from '~/domain/text'

type World = {
  today: string
  discount: number
  customer: { limit: number }
  contract: { days: number; month: number; owed: number; capped: boolean; files: number }
  goods: { id: string; qty: number; price: number }[]
  documents: { id: string; value: number; ends: string; status: string }[]
  clauses: { id: string; text: Text }[]
  wordings: { id: string; legal: Text }[]
  comments: { id: string; text: Text }[]
  history: { id: string; on: string; by: string }[]
}

const { world, worldOf, play } = shippedDemo<World>('contract-review')

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)
const monthPrice = sum(world.goods.map((item) => item.qty * item.price)) * (1 - world.discount)

const draft = (days: number): Sent[] => [
  ['NEW_CONTRACT'],
  ['SAVE_DRAFT', { template: 'supply', days }],
  ['ASK_REVIEW'],
]
const legal: Sent = ['LEGAL_MARK', { id: 'late' }]
const finance: Sent = ['FINANCE_MARK', { id: 'payment' }]
const reviewed: Sent[] = [...draft(60), legal, finance]
const oneVersion: Record<string, Sent[]> = {
  free: [...reviewed, ['MERGE', { payment: 'finance', late: 'legal' }]],
  premium: [
    ...reviewed,
    ['ACCEPT_CHANGE', { id: 'legal' }],
    ['ACCEPT_CHANGE', { id: 'finance' }],
    ['SEND_FOR_APPROVAL'],
  ],
}
const signing: Sent[] = [['APPROVE'], ['SIGN', { authority: true }]]
const until = (days: number, rights = 'comment'): Sent => ['SHARE_UNTIL', { rights, days, download: false }]
const view: Sent = ['SHARE', { rights: 'view' }]
const signed = (plan: string): Sent[] => [...(oneVersion[plan] ?? []), ...signing]
const closing: Sent[] = [['CLOSE_LINK', { id: 'D-121' }], ['FILE_CONTRACT']]

test('the texts name the figures that the quote gives', () => {
  expect(monthPrice).toBe(6000)
  const limit = findById(world.wordings, 'late').legal
  const [asked, credit] = [findById(world.comments, 'legal').text, findById(world.comments, 'finance').text]
  for (const locale of LOCALES) {
    expect(limit[locale]).toContain(String(monthPrice * 0.05))
    expect(asked[locale]).toContain(String(monthPrice * 0.05))
    expect(credit[locale]).toMatch(/10[.,]000/)
  }
  expect([world.customer.limit, findById(world.goods, 'machines').qty]).toEqual([10_000, 6])
})

test('a contract is in force until the day on which it ends', () => {
  const inForce = world.documents.map((one) => [one.id, one.status === 'active'])
  expect(inForce).toEqual(world.documents.map((one) => [one.id, one.ends > world.today]))
})

test('by hand the contract takes more files, more days and one step more than in one document', () => {
  const byHand = play('free', [...signed('free'), view, ['NEXT_WEEK'], ...closing])
  const inOne = play('premium', [...signed('premium'), until(14), ['NEXT_WEEK']])
  for (const run of [byHand, inOne]) {
    expect([run.outcome, undoneTasks(run)]).toEqual(['success', []])
    expect(worldOf(run).contract).toMatchObject({ days: 30, month: 6000, owed: 6000, capped: true })
    expect(findById(worldOf(run).documents, 'D-121').value).toBe(72_000)
  }
  expect([byHand, inOne].map((run) => worldOf(run).contract.files)).toEqual([4, 1])
  expect([byHand, inOne].map((run) => worldOf(run).today)).toEqual(['2026-11-19', '2026-11-17'])
  expect(byHand.path.length - inOne.path.length).toBe(1)
})

test.each(['free', 'premium'])('on %s the reviewers may return the draft in any order', (plan) => {
  const both = play(plan, draft(60))
  expect([both.states, both.role]).toEqual([['legal-reading', 'finance-reading'], 'legal'])
  const legalFirst = sendEvent(both, legal)
  expect([legalFirst.role, viewScreen(legalFirst, 'en').panes.length]).toEqual(['finance', 1])
  const financeFirst = sendEvent(both, finance)
  expect([financeFirst.role, viewScreen(financeFirst, 'en').panes.length]).toEqual(['legal', 1])
  const ends = [sendEvent(legalFirst, finance), sendEvent(financeFirst, legal)]
  expect(ends[0]?.world).toEqual(ends[1]?.world)
  expect(ends[0]?.states).toEqual([plan === 'free' ? 'merge' : 'comments'])
})

test('only in one document does a reviewer see what the other wrote', () => {
  const seen = (plan: string) =>
    JSON.stringify(viewScreen(play(plan, [...draft(60), legal]), 'en').panes).includes('No penalty')
  expect([seen('free'), seen('premium')]).toEqual([false, true])
})

test.each([
  [50, 'FINANCE_PASS'],
  [51, 'FINANCE_MARK'],
])('what %i days let the customer owe decides whether finance has to ask', (days, right) => {
  const answers: Record<string, Sent> = { FINANCE_PASS: ['FINANCE_PASS'], FINANCE_MARK: finance }
  for (const [name, answer] of Object.entries(answers)) {
    const run = play('premium', [...draft(days), answer])
    expect(run.states.includes('finance-done')).toBe(name === right)
  }
})

test('marking a clause that breaks no rule changes nothing', () => {
  const run = play('free', [
    ...draft(30),
    ['LEGAL_MARK', { id: 'term' }],
    ['FINANCE_MARK', { id: 'payment' }],
  ])
  expect([run.states, run.world.legalProblem, run.world.financeProblem]).toEqual([
    ['legal-reading', 'finance-reading'],
    'clause',
    'within',
  ])
  expect(sendEvent(run, ['LEGAL_PASS']).world.legalProblem).toBe('uncapped')
})

test('another template is refused, and terms can be changed before the review', () => {
  const refused = play('free', [['NEW_CONTRACT'], ['SAVE_DRAFT', { template: 'lease', days: 60 }]])
  expect([refused.states, refused.world.problem]).toEqual([['draft'], 'template'])
  const changed = play('free', [...draft(60).slice(0, 2), ['CHANGE_TERMS'], ...draft(45).slice(1)])
  expect(worldOf(changed).contract).toMatchObject({ days: 45, owed: 9000 })
})

test.each([
  ['legal', 'legal', 1],
  ['finance', 'finance', 1],
  ['draft', 'draft', 2],
])('payment from %s and late delivery from %s lose a change, which is put back', (payment, late, missed) => {
  const lost = play('free', [...reviewed, ['MERGE', { payment, late }]])
  expect(lost.states).toEqual(['wrong-version'])
  const chat = viewScreen(lost, 'en').panes[0]?.blocks.find((block) => block.kind === 'chat')
  expect(chat?.messages).toHaveLength(missed)
  const again = [['MERGE_AGAIN'], ...(oneVersion.free?.slice(-1) ?? [])] as Sent[]
  const done = [...again, ...signing, view, ['NEXT_WEEK'] as Sent, ...closing].reduce(sendEvent, lost)
  expect([done.outcome, undoneTasks(done)]).toEqual(['success', ['right-first-time']])
})

test('a comment closed without its change is opened again', () => {
  const open: Sent = ['SEND_FOR_APPROVAL']
  const waiting = play('premium', [...reviewed, ['ACCEPT_CHANGE', { id: 'finance' }], open])
  expect([waiting.states, waiting.world.problem]).toEqual([['comments'], 'open'])
  const reopened = [['CLOSE_COMMENT', { id: 'legal' }] as Sent, open].reduce(sendEvent, waiting)
  expect(reopened.states).toEqual(['reopened'])
  const fixed = [['REOPEN'] as Sent, ['ACCEPT_CHANGE', { id: 'legal' }] as Sent, open].reduce(
    sendEvent,
    reopened,
  )
  expect([fixed.states, worldOf(fixed).contract.capped]).toEqual([['approval'], true])
})

test.each(['free', 'premium'])(
  'on %s a link with edit rights brings the contract back changed, once',
  (plan) => {
    const edit: Sent = plan === 'free' ? ['SHARE', { rights: 'edit' }] : until(14, 'edit')
    const changed = play(plan, [...signed(plan), edit, ['NEXT_WEEK']])
    expect(changed.states).toEqual(['edited-outside'])
    const twice = [['RESTORE'] as Sent, edit].reduce(sendEvent, changed)
    expect([twice.states, twice.world.problem]).toEqual([['share'], 'edit'])
    const rest =
      plan === 'free' ? [view, ['NEXT_WEEK'] as Sent, ...closing] : [until(14), ['NEXT_WEEK'] as Sent]
    const done = rest.reduce(sendEvent, twice)
    expect([done.outcome, undoneTasks(done)]).toEqual(['success', ['right-first-time']])
  },
)

test('a wrong link can be taken back before it does harm', () => {
  const run = play('free', [
    ...signed('free'),
    ['SHARE', { rights: 'edit' }],
    ['TAKE_BACK'],
    view,
    ['NEXT_WEEK'],
  ])
  expect([run.states, run.world.corrected]).toEqual([['links'], false])
})

test('a link of three days ends before the customer is ready, and another is sent', () => {
  const ended = play('premium', [...signed('premium'), until(3), ['NEXT_WEEK']])
  expect(ended.states).toEqual(['expired'])
  const done = [['SEND_ANOTHER'] as Sent, until(7), ['NEXT_WEEK'] as Sent].reduce(sendEvent, ended)
  expect([done.outcome, worldOf(done).today, undoneTasks(done)]).toEqual([
    'success',
    '2026-11-24',
    ['right-first-time'],
  ])
})

test('a link that nobody closes is passed on, and closed then', () => {
  const open = play('free', [...signed('free'), view, ['NEXT_WEEK'], ['CLOSE_LINK', { id: 'prices' }]])
  expect([open.states, open.world.problem]).toEqual([['links'], 'needed'])
  const leaked = sendEvent(open, ['FILE_CONTRACT'])
  expect(leaked.states).toEqual(['leak'])
  const done = sendEvent(leaked, ['CLOSE_NOW'])
  expect([done.outcome, undoneTasks(done)]).toEqual(['success', ['right-first-time']])
})

test.each(['free', 'premium'])('on %s the owner may ask for other terms', (plan) => {
  const back = play(plan, [...(oneVersion[plan] ?? []), ['SEND_BACK'], ...draft(45).slice(1)])
  expect(back.states).toEqual(['legal-reading', 'finance-reading'])
  expect(worldOf(back).contract).toMatchObject({ days: 45, capped: false })
  expect(
    worldOf(back)
      .history.filter((one) => one.on !== '')
      .map(({ id }) => id),
  ).toEqual(['sent-back', 'drafted', plan === 'free' ? 'copies' : 'asked'])
})

const anyTerms = ['free', 'premium'].flatMap((plan) => [14, 50, 51, 60].map((days) => ({ plan, days })))

test.each(anyTerms)('on $plan hints lead a draft with $days days to both signatures', ({ plan, days }) => {
  const start = play(plan, draft(days))
  const run = followHints(start, 30 - start.steps)
  expect([run.outcome, undoneTasks(run)]).toEqual(['success', []])
})
