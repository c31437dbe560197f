import { expect, test } from 'vitest'
import { followHints, sendEvent, shippedDemo, undoneTasks, type Sent } from '#tests/support/play-demo'
import { scoreRun } from '~/domain/demo/engine/score'

type Taxed = { id: string; net: number; tax: number; total: number }
type World = {
  problem: string
  corrected: boolean
  taxCodes: { id: string; rate: number }[]
  jobs: { id: string; copies: number; price: number; net: number; taxCode: string; spoiled: number }[]
  documents: (Taxed & { taxCode: string; customer: string })[]
  bills: Taxed[]
  ledger: { id: string; kind: string; document: string; tax: number; status: string }[]
  return: { output: number; input: number; payable: number }
}

const { world, worldOf, play, continueWith } = shippedDemo<World>('invoice-to-tax-return')

const cents = (amount: number) => Math.round(amount * 100)
const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)
const rateOf = (code: string) => world.taxCodes.find((one) => one.id === code)?.rate ?? NaN
const taxOf = (rows: readonly { tax: number }[]) => cents(sum(rows.map((row) => row.tax)))

/** Each job with the expected values of its form, and the return that results. */
const jobs = [
  { id: 'J-311', taxCode: 'S20', buyerNumber: 'XA40218873', net: 96, output: 1400.8, payable: 408.8 },
  { id: 'J-312', taxCode: 'R10', buyerNumber: 'XA77150426', net: 150, output: 1363, payable: 371 },
  { id: 'J-313', taxCode: 'X0', buyerNumber: 'XN30964412', net: 120, output: 1228, payable: 236 },
]
type Job = (typeof jobs)[number]
const [kestrel, hillside] = jobs as [Job, Job, Job]

const invoice = ({ id, taxCode, buyerNumber }: Job): Sent[] => [
  ['INVOICE_JOB', { id }],
  ['SEND_INVOICE', { taxCode, buyerNumber }],
]
const figures = ({ output, payable }: Job): Sent => ['HAND_IN_FIGURES', { output, input: 992, payable }]
const toClaim = (job: Job): Sent[] => [...invoice(job), ['FETCH_ANSWER'], ['NEXT_MESSAGE']]
const toAccount = (job: Job): Sent[] => [
  ...toClaim(job),
  ['ISSUE_CREDIT', { net: job.net, taxCode: job.taxCode }],
  ['FETCH_ANSWER'],
  ['CLOSE_MONTH'],
]
const toReturn = (job: Job): Sent[] => [...toAccount(job), ['REVERSE', { id: 'v12' }], ['PREPARE_RETURN']]

test('the documents of the month add up, each at the rate of its code', () => {
  for (const { id, net, tax, total, taxCode } of world.documents) {
    expect([id, cents(tax), cents(total)]).toEqual([id, cents(net * rateOf(taxCode)), cents(net + tax)])
  }
  for (const { id, net, tax, total } of world.bills) {
    expect([id, cents(tax), cents(total)]).toEqual([id, cents(net * 0.2), cents(net + tax)])
  }
  for (const { id, copies, price, net, spoiled } of world.jobs) {
    expect([id, cents(net), spoiled < copies]).toEqual([id, cents(copies * price), true])
  }
})

test('the VAT account holds every document once, but one bill twice', () => {
  for (const { id, tax } of [...world.documents, ...world.bills]) {
    const lines = world.ledger.filter((line) => line.document === id)
    expect([id, lines.map((line) => line.tax)]).toEqual([id, id === 'B-120' ? [tax, tax] : [tax]])
  }
  const known = [...world.documents, ...world.bills].map((one) => one.id)
  expect(world.ledger.filter((line) => !known.includes(line.document))).toEqual([])
})

const endings = (['free', 'premium'] as const).flatMap((plan) =>
  jobs.flatMap((job) => (['credit', 'reissue'] as const).map((way) => ({ plan, job, way }))),
)

test.each(endings)(
  'on $plan $job.id with a $way is accepted, and return and documents agree',
  ({ plan, job, way }) => {
    const amount: Sent[1] =
      plan === 'free' ? { net: job.net, taxCode: job.taxCode } : { copies: spoiledOf(job) }
    const correct: Sent = way === 'credit' ? ['ISSUE_CREDIT', amount] : ['REISSUE']
    const run =
      plan === 'free'
        ? play(plan, [
            ...toClaim(job),
            correct,
            ['FETCH_ANSWER'],
            ['CLOSE_MONTH'],
            ['REVERSE', { id: 'v12' }],
            ['PREPARE_RETURN'],
            figures(job),
            ['SIGN'],
            ['NEXT_ANSWER'],
          ])
        : play(plan, [
            ...invoice(job),
            ['NEXT_MESSAGE'],
            correct,
            ['CLOSE_MONTH'],
            ['REVERSE', { id: 'v12' }],
            ['PREPARE_RETURN'],
            ['HAND_IN'],
            ['SIGN'],
            ['NEXT_ANSWER'],
          ])
    expect([run.outcome, undoneTasks(run)]).toEqual(['success', []])
    expect(run.steps).toBe(plan === 'free' ? 12 : 10)
    const { documents, bills, ledger, return: filed } = worldOf(run)
    expect(filed).toEqual({ output: job.output, input: 992, payable: job.payable })
    expect([taxOf(documents), taxOf(bills)]).toEqual([cents(job.output), cents(992)])
    const posted = ledger.filter((line) => line.status === 'posted')
    expect(posted.map((line) => line.document).sort()).toEqual(
      [...documents, ...bills].map((one) => one.id).sort(),
    )
  },
)

function spoiledOf({ id }: Job): number {
  return world.jobs.find((one) => one.id === id)?.spoiled ?? NaN
}

test('cancelling and invoicing again leaves the tax of the month as a credit note does', () => {
  const whole = play('premium', [...invoice(kestrel), ['NEXT_MESSAGE'], ['REISSUE']])
  const part = play('premium', [...invoice(kestrel), ['NEXT_MESSAGE'], ['ISSUE_CREDIT', { copies: 40 }]])
  expect([worldOf(whole).documents.length, worldOf(part).documents.length]).toEqual([9, 8])
  expect(taxOf(worldOf(whole).documents)).toBe(taxOf(worldOf(part).documents))
})

test.each([
  ['a tax code that does not fit', { ...kestrel, taxCode: 'R10' }, 'code'],
  ['a number that is not in the register', { ...hillside, buyerNumber: 'XA51208834' }, 'number'],
])('%s comes back from the authority on free, and stays in the form on premium', (_, wrong, problem) => {
  const right = wrong.id === kestrel.id ? kestrel : hillside
  const [, send] = invoice(right) as [Sent, Sent]
  const refused = play('free', [...invoice(wrong), ['FETCH_ANSWER']])
  expect([refused.states, refused.world.problem, refused.world.corrected]).toEqual([
    ['rejected'],
    problem,
    true,
  ])
  const corrected = continueWith(refused, [['CORRECT_INVOICE'], send, ['FETCH_ANSWER']])
  expect(corrected.states).toEqual(['acknowledged'])
  const stopped = play('premium', invoice(wrong))
  expect([stopped.states, stopped.world.problem, stopped.world.corrected]).toEqual([
    ['invoice-form'],
    problem,
    false,
  ])
  expect(sendEvent(stopped, send).states).toEqual(['acknowledged'])
})

test('an invoice that was refused can be dropped for another job', () => {
  const dropped = play('free', [
    ...invoice({ ...kestrel, taxCode: 'X0' }),
    ['FETCH_ANSWER'],
    ['BACK_TO_LIST'],
  ])
  expect(worldOf(dropped).documents).toHaveLength(6)
  const other = continueWith(dropped, [...invoice(hillside), ['FETCH_ANSWER']])
  expect(worldOf(other).documents.at(-1)).toMatchObject({ id: 'INV-507', customer: 'hillside', tax: 150 })
})

test('a credit note with tax in its amount is noticed, one under another code is refused and corrected', () => {
  const claim = play('free', toClaim(kestrel))
  expect(sendEvent(claim, ['ISSUE_CREDIT', { net: 115.2, taxCode: 'S20' }]).world.problem).toBe('gross')
  expect(sendEvent(claim, ['ISSUE_CREDIT', { net: 40, taxCode: 'S20' }]).world.problem).toBe('amount')
  const refused = continueWith(claim, [['ISSUE_CREDIT', { net: 96, taxCode: 'R10' }], ['FETCH_ANSWER']])
  expect([refused.states, worldOf(refused).documents.length]).toEqual([['credit-rejected'], 7])
  const right: Sent = ['ISSUE_CREDIT', { net: 96, taxCode: 'S20' }]
  const corrected = continueWith(refused, [['CORRECT_CREDIT'], right, ['FETCH_ANSWER']])
  expect([corrected.states, worldOf(corrected).documents.at(-1)?.tax]).toEqual([['month'], -19.2])
})

test.each(['v4', 'v10'])('reversing the right line %s is undone, and costs the last task', (id) => {
  const wrong = play('free', [...toAccount(kestrel), ['REVERSE', { id }]])
  expect(wrong.states).toEqual(['wrong-reversal'])
  const back = sendEvent(wrong, ['UNDO_REVERSAL'])
  expect(worldOf(back).ledger.filter((line) => line.status === 'reversed')).toEqual([])
  const run = followHints(back)
  expect([run.outcome, undoneTasks(run)]).toEqual(['success', ['nothing-back']])
})

test('a return filed with the difference bounces, and the account can still be put right', () => {
  const filed = play('free', [
    ...toAccount(kestrel),
    ['PREPARE_RETURN'],
    ['HAND_IN_FIGURES', { output: 1400.8, input: 1068, payable: 332.8 }],
    ['SIGN'],
    ['NEXT_ANSWER'],
  ])
  expect(filed.states).toEqual(['bounced'])
  const run = continueWith(filed, [
    ['CHECK_ACCOUNT'],
    ['REVERSE', { id: 'v12' }],
    ['PREPARE_RETURN'],
    figures(kestrel),
    ['SIGN'],
    ['NEXT_ANSWER'],
  ])
  expect([run.outcome, undoneTasks(run)]).toEqual(['success', ['nothing-back']])
})

test('a slip in the figures bounces and is corrected without going back to the account', () => {
  const slip: Sent = ['HAND_IN_FIGURES', { output: 1408, input: 992, payable: 416 }]
  const bounced = play('free', [...toReturn(kestrel), slip, ['SIGN'], ['NEXT_ANSWER']])
  const run = continueWith(bounced, [['CORRECT_FIGURES'], figures(kestrel), ['SIGN'], ['NEXT_ANSWER']])
  expect([run.outcome, worldOf(run).return.payable]).toEqual(['success', 408.8])
})

test('right figures from a wrong account are accepted, but the books stay wrong', () => {
  const run = play('free', [
    ...toAccount(kestrel),
    ['PREPARE_RETURN'],
    figures(kestrel),
    ['SIGN'],
    ['NEXT_ANSWER'],
  ])
  expect([run.outcome, undoneTasks(run), scoreRun(run).score]).toEqual(['success', ['agreed'], 75])
})

test('a sum that is wrong is not handed in, and the lead can send a return back', () => {
  const sumOff: Sent = ['HAND_IN_FIGURES', { output: 1400.8, input: 992, payable: 480.8 }]
  const form = play('free', [...toReturn(kestrel), sumOff])
  expect([form.states, form.world.problem, form.role]).toEqual([['tax-return'], 'sum', 'accountant'])
  const signing = sendEvent(form, figures(kestrel))
  expect([signing.states, signing.role]).toEqual([['approval'], 'lead'])
  expect(sendEvent(signing, ['SEND_BACK']).states).toEqual(['tax-return'])
})

test('premium makes no return from an account with a difference', () => {
  const run = play('premium', [
    ...invoice(kestrel),
    ['NEXT_MESSAGE'],
    ['ISSUE_CREDIT', { copies: 40 }],
    ['CLOSE_MONTH'],
  ])
  expect(() => sendEvent(run, ['PREPARE_RETURN'])).toThrow('not-offered')
  expect(() => sendEvent(run, ['REVERSE', { id: 'v10' }])).toThrow('bad-payload')
})

test('no invoice is older than the refusal of the one before, and no answer than its invoice', () => {
  const wrong = { ...kestrel, taxCode: 'R10' }
  const [, resend] = invoice(wrong) as [Sent, Sent]
  const [, right] = invoice(kestrel) as [Sent, Sent]
  let run = play('free', invoice(wrong))
  let refusedOn = ''
  for (const send of [resend, resend, right]) {
    run = sendEvent(run, ['FETCH_ANSWER'])
    refusedOn = String(run.world.today)
    run = continueWith(run, [['CORRECT_INVOICE'], send])
  }
  run = sendEvent(run, ['FETCH_ANSWER'])
  const { date } = worldOf(run).documents.at(-1) as unknown as { date: string }
  expect([run.states, date >= refusedOn, String(run.world.today) >= date]).toEqual([
    ['acknowledged'],
    true,
    true,
  ])
})
