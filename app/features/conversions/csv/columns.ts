/** What a column of a file may say of a conversion. */
export const CSV_FIELDS = [
  'goal',
  'at',
  'externalId',
  'updatedAt',
  'trial',
  'resumeLink',
  'visitor',
  'email',
  'emailHash',
] as const
export type CsvField = (typeof CSV_FIELDS)[number]

/** Field -> place of its column in the file, from 0. */
export type ColumnMap = Partial<Record<CsvField, number>>

/** Names by which columns are known, without spaces and signs, in English, Chinese and Spanish. */
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
  trial: ['trial', 'trialid', '试用', 'prueba'],
  resumeLink: ['resumelink', 'link', '链接', 'enlace'],
  visitor: ['visitor', 'visitorid', '访客', 'visitante'],
  email: ['email', 'emailaddress', 'mail', '邮箱', '电子邮件', 'correo', 'correoelectrónico'],
  emailHash: ['emailhash', 'hashedemail', 'emailsha256', 'sha256'],
}

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Finds the fields among a file's headers; each column serves one field. */
export function guessColumns(headers: readonly string[]): ColumnMap {
  const names = headers.map(plain)
  const entries = CSV_FIELDS.flatMap((field): [CsvField, number][] => {
    const at = names.findIndex((name) => NAMES[field].includes(name))
    return at === -1 ? [] : [[field, at]]
  })
  return Object.fromEntries(entries)
}
