import { expect, test } from 'vitest'
import { followHints, sendEvent, shippedDemo, undoneTasks, type Sent } from '#tests/support/play-demo'
import { viewScreen } from '~/domain/demo/screen/view'

type Shift = { vacancy: string; start: string; end: string; rest: number; regular: number; overtime: number }
type World = {
  vacancies: { id: string; client: string; job: string; certificate: string; from: string; to: string }[]
  agreements: { id: string; wage: number; rate: number }[]
  clients: { id: string }[]
  certificates: { id: string }[]
  candidates: { id: string; certificate: string; validUntil: string; status: string }[]
  shifts: Shift[]
  course: string
  pay: { gross: number; kept: number; contributions: number }
  bill: { rate: number; total: number }
}

const { world, worldOf, play, continueWith } = shippedDemo<World>('placement-to-payroll')

const driver = { id: 'V-71', candidate: 'ana', wage: 16.5, rate: 24, regular: 39, overtime: 2 }
const packer = { id: 'V-72', candidate: 'samira', wage: 14.4, rate: 20.8, regular: 36, overtime: 1 }
type Job = typeof driver

const place = ({ id, candidate, wage }: Job): Sent[] => [
  ['OPEN_VACANCY', { id }],
  ['PROPOSE', { id: candidate }],
  ['AGREE_TERMS', { wage }],
]
const signOnPaper: Sent[] = [['WORKER_SIGNS'], ['CLIENT_SIGNS']]
const hours = ({ regular, overtime }: Job): Sent => ['SEND_HOURS', { regular, overtime }]
const toHours = (job: Job): Sent[] => [...place(job), ...signOnPaper, ['START_WORK']]
const toBill = (job: Job): Sent[] => [...toHours(job), hours(job), ['NEXT_ANSWER'], ['PAY_WAGES']]

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)
const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

test('every shift lasts as long as its hours say, and more than eight of them are overtime', () => {
  for (const { start, end, rest, regular, overtime } of world.shifts) {
    const worked = (minutes(end) - minutes(start.slice(11)) - rest) / 60
    expect([start, regular, overtime]).toEqual([start, Math.min(8, worked), Math.max(0, worked - 8)])
  }
})

test.each([driver, packer])('the shifts of $id are on its days and add up', (job) => {
  const shifts = world.shifts.filter((shift) => shift.vacancy === job.id)
  const { from, to } = world.vacancies.find((one) => one.id === job.id) ?? { from: '', to: '' }
  expect([shifts[0]?.start.slice(0, 10), shifts.at(-1)?.start.slice(0, 10)]).toEqual([from, to])
  expect(sum(shifts.map((shift) => shift.regular))).toBe(job.regular)
  expect(sum(shifts.map((shift) => shift.overtime))).toBe(job.overtime)
})

test('vacancies name clients, jobs and certificates that are there, and pay less than they bill', () => {
  const has = (rows: { id: string }[], id: string) => rows.some((row) => row.id === id)
  for (const { id, client, job, certificate } of world.vacancies) {
    const known = [
      has(world.clients, client),
      has(world.agreements, job),
      has(world.certificates, certificate),
    ]
    expect([id, ...known]).toEqual([id, true, true, true])
  }
  for (const { id, wage, rate } of world.agreements) expect([id, wage * 1.21 < rate]).toEqual([id, true])
})

const endings = [
  { job: driver, gross: 684.75, kept: 164.34, contributions: 143.8, total: 996 },
  { job: packer, gross: 536.4, kept: 128.74, contributions: 112.64, total: 774.8 },
].flatMap((ending) => ['free', 'premium'].map((plan) => ({ ...ending, plan })))

test.each(endings)('on $plan $job.id is paid and billed to the cent', ({ plan, job, total, ...pay }) => {
  const events: Sent[] =
    plan === 'free'
      ? [...toBill(job), ['SEND_BILL', { rate: job.rate }]]
      : [...place(job), ['BOTH_SIGN'], ['START_WORK'], ['SEND_CLOCKED'], ['NEXT_ANSWER'], ['RUN_BOTH']]
  const run = play(plan, events)
  expect([run.outcome, undoneTasks(run)]).toEqual(['success', []])
  expect(run.steps).toBe(plan === 'free' ? 10 : 8)
  expect(worldOf(run).pay).toMatchObject(pay)
  expect(worldOf(run).bill).toEqual({ rate: job.rate, total })
})

test('the signatures may come in either order, and one alone starts nothing', () => {
  const workerFirst = play('free', [...place(driver), ['WORKER_SIGNS']])
  expect(workerFirst.states).toEqual(['worker-signed', 'client-signature'])
  expect(() => sendEvent(workerFirst, ['START_WORK'])).toThrow('not-offered')
  expect(() => sendEvent(workerFirst, ['WORKER_SIGNS'])).toThrow('not-offered')
  const clientFirst = play('free', [...place(driver), ['CLIENT_SIGNS'], ['WORKER_SIGNS']])
  expect(clientFirst.states).toEqual(['dispatched'])
  expect(sendEvent(workerFirst, ['CLIENT_SIGNS']).world).toEqual(clientFirst.world)
})

test.each(['tom', 'piotr', 'samira'])(
  '%s is turned away from the forklift, and somebody else goes',
  (candidate) => {
    const refused = play('free', toHours({ ...driver, candidate }))
    expect([refused.states, refused.world.corrected]).toEqual([['refused'], true])
    const again = continueWith(refused, [
      ['CHOOSE_AGAIN'],
      ...place(driver).slice(1),
      ...signOnPaper,
      ['START_WORK'],
    ])
    expect(again.states).toEqual(['timesheet'])
    const run = followHints(again)
    expect([run.outcome, undoneTasks(run)]).toEqual(['success', ['nothing-back']])
  },
)

test.each([
  [driver, 'tom'],
  [driver, 'piotr'],
  [packer, 'jonas'],
])('for $id a course makes the papers of %s valid after all', (job, candidate) => {
  const refused = play('free', toHours({ ...job, candidate }))
  const late = continueWith(refused, [['BOOK_COURSE'], ['START_WORK']])
  expect([late.states, worldOf(late).course]).toEqual([['timesheet'], candidate])
  const open: Sent = ['OPEN_VACANCY', { id: job.id }]
  const early = play('premium', [open, ['BOOK_COURSE', { id: candidate }], ['PROPOSE', { id: candidate }]])
  expect([early.states, early.world.corrected]).toEqual([['terms'], false])
})

test('premium proposes nobody whose certificate is missing or runs out', () => {
  for (const id of ['tom', 'piotr', 'samira', 'wei']) {
    const shortlist = play('premium', [['OPEN_VACANCY', { id: 'V-71' }]])
    expect(() => sendEvent(shortlist, ['PROPOSE', { id }])).toThrow('bad-payload')
  }
})

test.each([['WORKER_SIGNS'], ['CLIENT_SIGNS', 'WORKER_SIGNS']])(
  'a wage below the agreement is not signed, whoever signs first: %s',
  (...signatures) => {
    const low = place({ ...driver, wage: 14.4 })
    const declined = play('free', [...low, ...signatures.map((event): Sent => [event])])
    expect([declined.states, declined.world.signed]).toEqual([['declined'], { worker: false, client: false }])
    const run = continueWith(declined, [['CHANGE_TERMS'], ['AGREE_TERMS', { wage: 16.5 }], ...signOnPaper])
    expect(run.states).toEqual(['dispatched'])
  },
)

test('a wage above the agreement is held on both plans, one below it on premium', () => {
  const high = ['free', 'premium'].map((plan) => play(plan, place({ ...packer, wage: 16.5 })))
  expect(high.map((run) => [run.states, run.world.problem])).toEqual([
    [['terms'], 'high'],
    [['terms'], 'high'],
  ])
  const low = play('premium', place({ ...driver, wage: 14.4 }))
  expect([low.states, low.world.problem, low.world.corrected]).toEqual([['terms'], 'low', false])
})

test.each([
  { regular: 49, overtime: 2 },
  { regular: 41, overtime: 0 },
  { regular: 36, overtime: 1 },
  { regular: 38, overtime: 3 },
])('$regular and $overtime hours come back, and are added up again', (typed) => {
  const disputed = play('free', [...toHours(driver), ['SEND_HOURS', typed], ['NEXT_ANSWER']])
  expect([disputed.states, disputed.world.approved]).toEqual([['disputed'], false])
  const [pane] = viewScreen(disputed, 'en').panes
  expect(pane?.blocks.filter((block) => block.kind === 'chat')).toHaveLength(1)
  const run = followHints(sendEvent(disputed, ['CORRECT_HOURS']))
  expect([run.outcome, undoneTasks(run), worldOf(run).pay.gross]).toEqual([
    'success',
    ['nothing-back'],
    684.75,
  ])
})

test.each([
  [22, 'below'],
  [26, 'above'],
])('a bill at %i, %s the agreement, is cancelled and written again', (rate) => {
  const wrong = play('free', [...toBill(driver), ['SEND_BILL', { rate }]])
  expect([wrong.states, wrong.world.billed]).toEqual([['bill-wrong'], false])
  const run = continueWith(wrong, [['CORRECT_BILL'], ['SEND_BILL', { rate: 24 }]])
  expect([run.outcome, worldOf(run).bill, undoneTasks(run)]).toEqual([
    'success',
    { rate: 24, total: 996 },
    ['nothing-back'],
  ])
})

test.each([
  [{ regular: 0, overtime: 0 }, 'no-hours'],
  [{ regular: 60, overtime: 40 }, 'too-many-hours'],
  [{ regular: 39, overtime: 40 }, 'too-many-hours'],
])('hours that nobody can have worked do not reach the client: %j', (typed, problem) => {
  const run = play('free', [...toHours(driver), ['SEND_HOURS', typed]])
  expect([run.states, run.world.problem, run.world.corrected]).toEqual([['timesheet'], problem, false])
  expect(sendEvent(run, hours(driver)).states).toEqual(['hours-sent'])
})

test.each([1, 14, 16.5])('a bill at %d, no more than the wage, is not sent', (rate) => {
  const run = play('free', [...toBill(driver), ['SEND_BILL', { rate }]])
  expect([run.states, run.world.problem, run.world.billed]).toEqual([['client-bill'], 'below-wage', false])
  expect(sendEvent(run, ['SEND_BILL', { rate: 24 }]).outcome).toBe('success')
})
