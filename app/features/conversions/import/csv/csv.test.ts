import { expect, test } from 'vitest'
import { emailHash } from '~/platform/addresses/email-hash'
import { distinctHeaders, guessColumns } from './columns'
import { decodeText } from '~/platform/csv/decode-text'
import { decimalSignOf, readAmount } from '~/domain/csv/read-amount'
import { dayOrderOf } from '~/domain/csv/read-date'
import { readMoment } from './read-moment'
import { readReport } from './read-report'
import type { FileFormat } from './read-report'
import { MOST_CSV_COLUMNS, MOST_CSV_ROWS } from '~/domain/csv/limits'
import { readTable } from '~/platform/csv/read-table'
import { writeCsv } from '~/platform/csv/write-csv'

const FORMAT: FileFormat = {
  timeZone: 'Europe/Madrid',
  now: new Date('2026-11-22T12:00:00Z'),
  currency: 'EUR',
  dayOrder: null,
  decimalSign: null,
  ambiguous: [],
}

test('text is read as UTF-8 or marked UTF-16, and nothing else is guessed at', () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('goal;日期', 'utf16le')])
  expect(decodeText(Buffer.from('\uFEFFgoal,ñ'))).toEqual({ text: 'goal,ñ' })
  expect(decodeText(utf16)).toEqual({ text: 'goal;日期' })
  expect(decodeText(Buffer.from('goal,ñ', 'latin1'))).toEqual({ unreadable: 'encoding' })
  expect(decodeText(new Uint8Array())).toEqual({ unreadable: 'empty' })
  expect(decodeText(new Uint8Array(1_000_001))).toEqual({ unreadable: 'too-large' })
})

test('a workbook is told to be one, whatever its size and however the file is called', () => {
  const workbook = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(2_000_000)])
  expect(decodeText(workbook)).toEqual({ unreadable: 'workbook' })
  expect(decodeText(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toEqual({ unreadable: 'workbook' })
})

test('commas, semicolons and tabs separate; rows know the line that they begin on', () => {
  for (const sign of [',', ';', '\t']) {
    const text = ['goal|id', 'quote|"a\nb"', '', 'purchase| c '].join('\n').replaceAll('|', sign)
    expect(readTable(text)).toEqual({
      headers: ['goal', 'id'],
      rows: [
        { line: 2, cells: ['quote', 'a\nb'] },
        { line: 5, cells: ['purchase', 'c'] },
      ],
    })
  }
})

test('what is no table is refused with its reason', () => {
  expect(readTable('goal,id\n')).toEqual({ unreadable: 'no-rows' })
  expect(readTable('goal,id\n"a,b\nc,d')).toEqual({ unreadable: 'quotes' })
  expect(readTable(`goal${','.repeat(MOST_CSV_COLUMNS)}\nquote`)).toEqual({ unreadable: 'too-many-columns' })
  const many = `goal,id\n${'quote,a\n'.repeat(MOST_CSV_ROWS + 1)}`
  expect(readTable(many)).toEqual({ unreadable: 'too-many-rows' })
})

test('a first line that names the sign is no row, and the sign it names holds', () => {
  for (const first of ['sep=;', 'SEP=;', '"sep=;"', 'sep=; ']) {
    expect(readTable(`${first}\r\ngoal;a,b,c,d\r\nquote;x`)).toEqual({
      headers: ['goal', 'a,b,c,d'],
      rows: [{ line: 3, cells: ['quote', 'x'] }],
    })
  }
  expect(readTable('sep=,\ngoal,id\nquote,a;b')).toMatchObject({ rows: [{ cells: ['quote', 'a;b'] }] })
})

test('the sign is found among names in quotes that hold other signs, quotes and line breaks', () => {
  const header = '"goal, or what, it, was";"said ""so"", then";"close\ndate, local, time"'
  expect(readTable(`${header}\nquote;a;2026-11-01`)).toEqual({
    headers: ['goal, or what, it, was', 'said "so", then', 'close\ndate, local, time'],
    rows: [{ line: 3, cells: ['quote', 'a', '2026-11-01'] }],
  })
})

test('columns are known by their usual names in three languages', () => {
  expect(guessColumns(['E-mail', 'Close Date', 'Goal', 'Deal ID', 'Notes', 'Amount', 'Currency'])).toEqual({
    columns: { email: 0, at: 1, goal: 2, externalId: 3, value: 5, currency: 6 },
    ambiguous: [],
  })
  expect(guessColumns(['目标', '日期', '邮箱', '金额', '币种']).columns).toEqual({
    goal: 0,
    at: 1,
    email: 2,
    value: 3,
    currency: 4,
  })
  expect(guessColumns(['Objetivo', 'Fecha', 'Correo electrónico', 'Importe', 'Moneda']).columns).toEqual({
    goal: 0,
    at: 1,
    email: 2,
    value: 3,
    currency: 4,
  })
})

test('two columns of one name are left to a person when they could say something, and told apart by their place', () => {
  const headers = ['Goal', 'Date', 'Notes', 'date', 'Notes', '']
  expect(guessColumns(headers)).toEqual({ columns: { goal: 0 }, ambiguous: ['at'] })
  expect(distinctHeaders(headers)).toEqual(['Goal', 'Date (2)', 'Notes (3)', 'date (4)', 'Notes (5)', '(6)'])
})

const read = (text: string, dayOrder: FileFormat['dayOrder'] = null) => {
  const at = readMoment(text, { timeZone: 'Europe/Madrid', dayOrder })
  return at instanceof Date ? at.toISOString() : at
}

test.each([
  ['2026-11-01', '2026-10-31T23:00:00.000Z'],
  ['2026/11/1', '2026-10-31T23:00:00.000Z'],
  ['2026-07-01 09:30', '2026-07-01T07:30:00.000Z'],
  ['2026-10-25 12:00:00', '2026-10-25T11:00:00.000Z'],
  ['2026-07-01T09:30:00Z', '2026-07-01T09:30:00.000Z'],
  ['2026-07-01T09:30:00.125Z', '2026-07-01T09:30:00.125Z'],
  ['2026-07-01 09:30+02:00', '2026-07-01T07:30:00.000Z'],
  ['2026-11-01 09:30:00+00', '2026-11-01T09:30:00.000Z'],
  ['2026-11-01 09:30:00-0530', '2026-11-01T15:00:00.000Z'],
  ['2026-11-01 09:30:00 UTC', '2026-11-01T09:30:00.000Z'],
  ['2026-11-01 09:30:00 GMT', '2026-11-01T09:30:00.000Z'],
  ['2026-11-01 09:30:00 +01:00', '2026-11-01T08:30:00.000Z'],
  ['22.11.2026', '2026-11-21T23:00:00.000Z'],
  ['11/22/2026, 1:05 PM', '2026-11-22T12:05:00.000Z'],
  ['11/22/2026 12:05 a.m.', '2026-11-21T23:05:00.000Z'],
  ['05/05/2026', '2026-05-04T22:00:00.000Z'],
])('%s is read as %s', (text, expected) => {
  expect(read(text)).toBe(expected)
})

test.each([
  ...['2026-02-30', '2026-02-30T10:00:00Z', '2026-02-30 10:00', '2026-13-01', '31/02/2026', '13/13/2026'],
  ...['2026-01-01 25:00', '2026-01-01 10:60', '2026-01-01 13:00 PM', '2026-01-01 10:00+15:00', '2026-1-5'],
  ...['2026-01-01T24:00:00Z', '2026-01-01T10:00:60Z'],
  ...['soon', '45123', '03/04/26', '2026-11', '2026-01-01 10:00 CET', '2026-01-01T10:00:00 tomorrow'],
])('%s is no moment', (text) => {
  expect(read(text)).toBeNull()
})

test('which number is the month is asked when a day does not show it, and what was answered holds', () => {
  expect(read('03/04/2026')).toBe('ambiguous')
  expect(read('03/04/2026 10:00 UTC', 'day-first')).toBe('2026-04-03T10:00:00.000Z')
  expect(read('03/04/2026 10:00 UTC', 'month-first')).toBe('2026-03-04T10:00:00.000Z')
  expect(read('22/04/2026 10:00 UTC', 'month-first')).toBe('2026-04-22T10:00:00.000Z')
  expect(['22/04/2026', '04/22/2026', '03/04/2026', '2026-04-22', '22/22/2026'].map(dayOrderOf)).toEqual([
    'day-first',
    'month-first',
    null,
    null,
    null,
  ])
})

test.each([
  ['1200', 1200],
  ['1200.5', 1200.5],
  ['1200,50', 1200.5],
  ['1,200.50', 1200.5],
  ['1.200,50', 1200.5],
  ['1 200,50', 1200.5],
  ['1\u202F200', 1200],
  ["1'234'567.89", 1234567.89],
  ['1.234.567', 1234567],
  ['0,125', 0.125],
  ['0', 0],
  ['12,5', 12.5],
  ['1234.567', 1234.567],
])('the amount %s is %d', (text, expected) => {
  expect(readAmount(text, null)).toBe(expected)
})

test.each([
  '€12',
  '12 EUR',
  '-5',
  '1,20,300',
  '1.2.3',
  '1,2345.6',
  '',
  '.',
  '12.',
  '.5',
  '1e3',
  '0.12345',
  '99999999999999',
])('%j is no amount', (text) => {
  expect(readAmount(text, null)).toBeNull()
})

test('an amount of one sign and three digits is asked for, and what was answered holds', () => {
  expect([readAmount('1,200', null), readAmount('1.200', null)]).toEqual(['ambiguous', 'ambiguous'])
  expect([readAmount('1,200', '.'), readAmount('1,200', ',')]).toEqual([1200, 1.2])
  expect([readAmount('1.200', '.'), readAmount('1.200', ',')]).toEqual([1.2, 1200])
  expect(['1,200', '1200', '1,5', '1.5', '1,200.5', '1.200,5', '1.200.300'].map(decimalSignOf)).toEqual([
    ...[null, null, ',', '.', '.', ',', ','],
  ])
})

test('a row becomes what the API takes, with its address hashed', () => {
  const columns = guessColumns(['goal', 'date', 'email', 'id']).columns
  expect(readReport(['Sign up', '2026-11-01', 'Ann@Alder.example', 'd1'], columns, FORMAT)).toEqual({
    report: {
      goal: 'sign-up',
      at: '2026-10-31T23:00:00.000Z',
      externalId: 'd1',
      emailHash: emailHash('ann@alder.example'),
    },
  })
})

test.each([
  'mailto:José@Alder.example?subject=x',
  'Ann Lee <josé@alder.example>',
  'Jose\u0301@alder.example',
  '\u200Bjosé@alder.example\uFEFF',
  'ｊｏｓé＠ａｌｄｅｒ．ｅｘａｍｐｌｅ',
])('the address %j is the same as it is typed', (written) => {
  const { columns } = guessColumns(['goal', 'email'])
  expect(readReport(['quote', written], columns, FORMAT)).toEqual({
    report: { goal: 'quote', emailHash: emailHash('josé@alder.example') },
  })
})

test.each(['ann@alder', 'ann alder.example', 'a@b.example, c@d.example', '@alder.example'])(
  '%j is no address',
  (written) => {
    const { columns } = guessColumns(['goal', 'email'])
    expect(readReport(['quote', written], columns, FORMAT)).toMatchObject({
      issues: [{ column: 'email', problem: 'email', value: written }],
    })
  },
)

test('everything wrong in a row is said at once, by column', () => {
  const columns = guessColumns(['goal', 'date', 'email', 'trial']).columns
  const issuesOf = (...cells: string[]) => {
    const reading = readReport(cells, columns, FORMAT)
    return 'issues' in reading ? reading.issues.map(({ column, problem }) => [column, problem]) : []
  }
  expect(issuesOf('fame', '1/2/2026', 'ann', '')).toEqual([
    ['at', 'day-order'],
    ['email', 'email'],
    ['goal', 'goal'],
  ])
  expect(issuesOf('quote', '2026-12-01', '', '')).toEqual([
    ['at', 'future'],
    [null, 'whose'],
  ])
  expect(issuesOf('quote', '', '', '17')).toEqual([['trial', 'id']])
  expect(issuesOf()).toEqual([['goal', 'goal']])
})

test('what a conversion is worth is kept with its currency, the one of the workspace where none is told', () => {
  const columns = guessColumns(['goal', 'trial', 'amount', 'currency']).columns
  const reportOf = (...money: string[]) => {
    const reading = readReport(
      ['purchase', '0190a5d2-7b1c-7000-8000-000000000000', ...money],
      columns,
      FORMAT,
    )
    return 'report' in reading ? [reading.report.value, reading.report.currency] : reading.issues
  }
  expect(reportOf('1.200,50', 'usd')).toEqual([1200.5, 'USD'])
  expect(reportOf('1200.50', '')).toEqual([1200.5, 'EUR'])
  expect(reportOf('', 'USD')).toEqual([undefined, undefined])
  expect(reportOf('1200 USD', '')).toEqual([{ column: 'value', problem: 'amount', value: '1200 USD' }])
  expect(reportOf('1,200', '')).toEqual([{ column: 'value', problem: 'decimal-sign', value: '1,200' }])
  expect(reportOf('12', 'EURO')).toEqual([{ column: 'currency', problem: 'currency', value: 'EURO' }])
})

test('no cell of a written file is a formula', () => {
  const text = writeCsv(['name'], [['=1+1'], ['+1'], ['-1'], ['@x'], ['\t=1'], ['a,"b"']])
  expect(text.replace('\uFEFF', '').split('\r\n').slice(1)).toEqual([
    '"\'=1+1"',
    '"\'+1"',
    '"\'-1"',
    '"\'@x"',
    '"\'\t=1"',
    '"a,""b"""',
    '',
  ])
})
