import { expect, test } from 'vitest'
import { emailHash } from '~/server/email-hash'
import { guessColumns } from './columns'
import { decodeText } from './decode-text'
import { readMoment } from './read-moment'
import { readReport } from './read-report'
import { MOST_CSV_COLUMNS, MOST_CSV_ROWS } from './limits'
import { readTable } from './read-table'
import { writeCsv } from './write-csv'

const AROUND = { timeZone: 'Europe/Madrid', now: new Date('2026-11-22T12:00:00Z') }

test('text is read as UTF-8 or marked UTF-16, and nothing else is guessed at', () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('goal;日期', 'utf16le')])
  expect(decodeText(Buffer.from('\uFEFFgoal,ñ'))).toEqual({ text: 'goal,ñ' })
  expect(decodeText(utf16)).toEqual({ text: 'goal;日期' })
  expect(decodeText(Buffer.from('goal,ñ', 'latin1'))).toEqual({ unreadable: 'encoding' })
  expect(decodeText(Buffer.from('PK\u0003\u0004\0\0'))).toEqual({ unreadable: 'encoding' })
  expect(decodeText(new Uint8Array())).toEqual({ unreadable: 'empty' })
  expect(decodeText(new Uint8Array(1_000_001))).toEqual({ unreadable: 'too-large' })
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
  expect(readTable('goal,Goal\na,b')).toEqual({ unreadable: 'headers' })
  expect(readTable('goal,id\n"a,b\nc,d')).toEqual({ unreadable: 'quotes' })
  expect(readTable(`goal${','.repeat(MOST_CSV_COLUMNS)}\nquote`)).toEqual({ unreadable: 'too-many-columns' })
  const many = `goal,id\n${'quote,a\n'.repeat(MOST_CSV_ROWS + 1)}`
  expect(readTable(many)).toEqual({ unreadable: 'too-many-rows' })
})

test('columns are known by their usual names in three languages', () => {
  expect(guessColumns(['E-mail', 'Close Date', 'Goal', 'Deal ID', 'Notes'])).toEqual({
    email: 0,
    at: 1,
    goal: 2,
    externalId: 3,
  })
  expect(guessColumns(['目标', '日期', '邮箱'])).toEqual({ goal: 0, at: 1, email: 2 })
  expect(guessColumns(['Objetivo', 'Fecha', 'Correo electrónico'])).toEqual({ goal: 0, at: 1, email: 2 })
})

test('moments without an offset are of the workspace; what is ambiguous is no moment', () => {
  const read = (text: string) => readMoment(text, 'Europe/Madrid')?.toISOString() ?? null
  expect(read('2026-11-01')).toBe('2026-10-31T23:00:00.000Z')
  expect(read('2026-07-01 09:30')).toBe('2026-07-01T07:30:00.000Z')
  expect(read('2026-10-25 12:00:00')).toBe('2026-10-25T11:00:00.000Z')
  expect(read('2026-07-01T09:30:00Z')).toBe('2026-07-01T09:30:00.000Z')
  expect(read('2026-07-01 09:30+02:00')).toBe('2026-07-01T07:30:00.000Z')
  for (const text of ['03/04/2026', '2026-02-30', '2026-13-01', '2026-01-01 25:00', 'soon', '45123']) {
    expect(read(text)).toBeNull()
  }
  for (const text of [
    '2026-02-30T10:00:00Z',
    '2026-02-30 10:00',
    '2026-01-01T24:00:00Z',
    '2026-01-01T10:00:60Z',
  ])
    expect(read(text)).toBeNull()
})

test('a row becomes what the API takes, with its address hashed', () => {
  const columns = guessColumns(['goal', 'date', 'email', 'id'])
  expect(readReport(['Sign up', '2026-11-01', 'Ann@Alder.example', 'd1'], columns, AROUND)).toEqual({
    report: {
      goal: 'sign-up',
      at: '2026-10-31T23:00:00.000Z',
      externalId: 'd1',
      emailHash: emailHash('ann@alder.example'),
    },
  })
})

test('everything wrong in a row is said at once, by column', () => {
  const columns = guessColumns(['goal', 'date', 'email', 'trial'])
  const issuesOf = (...cells: string[]) => {
    const reading = readReport(cells, columns, AROUND)
    return 'issues' in reading ? reading.issues.map(({ column, problem }) => [column, problem]) : []
  }
  expect(issuesOf('fame', '1/2/2026', 'ann', '')).toEqual([
    ['email', 'email'],
    ['at', 'moment'],
    ['goal', 'goal'],
  ])
  expect(issuesOf('quote', '2026-12-01', '', '')).toEqual([
    ['at', 'future'],
    [null, 'whose'],
  ])
  expect(issuesOf('quote', '', '', '17')).toEqual([['trial', 'id']])
  expect(issuesOf()).toEqual([['goal', 'goal']])
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
