/** The fields of a cost, in the order in which files have them. */
export const COST_FIELDS = [
  'channel',
  'source',
  'campaign',
  'firstDay',
  'lastDay',
  'value',
  'currency',
  'reference',
] as const
export type CostField = (typeof COST_FIELDS)[number]

/** Fields without whose columns a file says no cost. */
const NEEDED: readonly CostField[] = ['channel', 'firstDay', 'lastDay', 'value']

/** Known names of columns, without spaces and punctuation, in English, Chinese and Spanish. The first is the one that files of ours have. */
const NAMES: Readonly<Record<CostField, readonly [string, ...string[]]>> = {
  channel: ['channel', '渠道', 'canal'],
  source: ['source', 'utmsource', '来源', 'fuente'],
  campaign: ['campaign', 'utmcampaign', '营销活动', 'campaña'],
  firstDay: ['from', 'firstday', 'start', 'startdate', '开始', '开始日期', 'desde', 'inicio'],
  lastDay: ['to', 'lastday', 'until', 'end', 'enddate', '结束', '结束日期', 'hasta', 'fin'],
  value: ['amount', 'cost', 'value', 'spend', '金额', '成本', '费用', 'importe', 'coste', 'costo', 'gasto'],
  currency: ['currency', 'currencycode', '币种', '货币', 'moneda', 'divisa'],
  reference: ['reference', 'invoice', '编号', '备注', 'referencia', 'factura'],
}

/** The head of our own files. */
export const COST_HEADER = COST_FIELDS.map((field) => NAMES[field][0])

export type CostColumns = Partial<Record<CostField, number>>

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** The place of each field's column, the first of those with a known name; and the fields that are missing. */
export function findCostColumns(headers: readonly string[]): { columns: CostColumns; missing: CostField[] } {
  const names = headers.map(plain)
  const found = COST_FIELDS.flatMap((field) => {
    const at = names.findIndex((name) => NAMES[field].includes(name))
    return at === -1 ? [] : [[field, at] as const]
  })
  const columns: CostColumns = Object.fromEntries(found)
  return { columns, missing: NEEDED.filter((field) => columns[field] === undefined) }
}
