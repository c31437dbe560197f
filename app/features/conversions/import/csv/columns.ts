/** The fields of a conversion that a column can contain. */
export const CSV_FIELDS = [
  'goal',
  'at',
  'externalId',
  'updatedAt',
  'value',
  'currency',
  'trial',
  'resumeLink',
  'visitor',
  'email',
  'emailHash',
] as const
export type CsvField = (typeof CSV_FIELDS)[number]

/** Field -> place of its column in the file, from 0. */
export type ColumnMap = Partial<Record<CsvField, number>>

/** Known column names, without spaces and punctuation, in English, Chinese and Spanish. */
const NAMES: Record<CsvField, string[]> = {
  goal: ['goal', 'conversion', 'event', 'type', '目标', '转化', 'objetivo', 'conversión', 'tipo'],
  at: ['at', 'date', 'time', 'when', 'closedate', 'closedat', 'happenedat', '日期', '时间', 'fecha', 'hora'],
  externalId: [
    'externalid',
    'id',
    'dealid',
    'orderid',
    'reference',
    '编号',
    '订单号',
    'referencia',
    'pedido',
  ],
  updatedAt: ['updatedat', 'updated', 'lastmodified', 'modifiedat', '更新时间', 'actualizado'],
  value: ['value', 'amount', 'dealamount', 'total', 'revenue', '金额', '总额', 'importe', 'valor', 'monto'],
  currency: ['currency', 'currencycode', 'dealcurrency', '币种', '货币', 'moneda', 'divisa'],
  trial: ['trial', 'trialid', '试用', 'prueba'],
  resumeLink: ['resumelink', 'link', '链接', 'enlace'],
  visitor: ['visitor', 'visitorid', '访客', 'visitante'],
  email: ['email', 'emailaddress', 'mail', '邮箱', '电子邮件', 'correo', 'correoelectrónico'],
  emailHash: ['emailhash', 'hashedemail', 'emailsha256', 'sha256'],
}

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

export interface ColumnGuess {
  columns: ColumnMap
  /** Fields that two columns could be: a person must choose. */
  ambiguous: CsvField[]
}

/** Finds the fields among a file's headers; each column serves one field. */
export function guessColumns(headers: readonly string[]): ColumnGuess {
  const names = headers.map(plain)
  const guess: ColumnGuess = { columns: {}, ambiguous: [] }
  for (const field of CSV_FIELDS) {
    const at = names.findIndex((name) => NAMES[field].includes(name))
    if (at === -1) continue
    if (names.lastIndexOf(names[at] ?? '') !== at) guess.ambiguous.push(field)
    else guess.columns[field] = at
  }
  return guess
}

/** The headers as shown: unnamed and duplicate ones with their position. */
export function distinctHeaders(headers: readonly string[]): string[] {
  return headers.map((header, at) => {
    const isAlone = headers.filter((other) => plain(other) === plain(header)).length === 1
    return isAlone && header !== '' ? header : `${header} (${at + 1})`.trim()
  })
}
