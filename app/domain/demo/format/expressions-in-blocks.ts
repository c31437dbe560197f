import { use, type ExpressionUse } from './expression-use'
import type { BoardSpec } from './blocks/board.schema'
import type { ChartSpec } from './blocks/chart.schema'
import type { ChatSpec } from './blocks/chat.schema'
import type { DetailSpec } from './blocks/detail.schema'
import type { DocumentSpec } from './blocks/document.schema'
import type { FormSpec } from './blocks/form.schema'
import type { ImageSpec } from './blocks/image.schema'
import type { MetricsSpec } from './blocks/metrics.schema'
import type { TableSpec } from './blocks/table.schema'
import type { TimelineSpec } from './blocks/timeline.schema'
import { openBlock, type BlockSpecs, type OpenBlock } from './open-block'
import type { Block, BlockKind } from './schema-blocks'
import { isTone, type Fillings, type RowAction, type Shown } from './schema-values'

type Row = ExpressionUse['row']
type WithShown = Pick<Shown, 'value' | 'values'>

function inShown(shown: WithShown | undefined, at: string, row: Row): ExpressionUse[] {
  if (!shown) return []
  return [...use(shown.value, `${at}.value`, { row }), ...inFillings(shown.values, `${at}.values`, row)]
}

function inFillings(values: Fillings | undefined, at: string, row: Row): ExpressionUse[] {
  return Object.entries(values ?? {}).flatMap(([name, filling]) =>
    typeof filling === 'string'
      ? use(filling, `${at}.${name}`, { row })
      : use(filling.value, `${at}.${name}.value`, { row }),
  )
}

/** A tone literal is not an expression. */
function inTone(tone: string | undefined, at: string, row: Row): ExpressionUse[] {
  return isTone(tone) ? [] : use(tone, at, { row })
}

function inAll(list: readonly WithShown[] | undefined, at: string, row: Row): ExpressionUse[] {
  return (list ?? []).flatMap((shown, index) => inShown(shown, `${at}.${index}`, row))
}

function inConditions(list: readonly { if?: string | undefined }[] | undefined, at: string, row: Row = null) {
  return (list ?? []).flatMap((item, index) => use(item.if, `${at}.${index}.if`, { expects: 'bool', row }))
}

function inRows(block: { rows: string; rowActions?: RowAction[] | undefined }, at: string): ExpressionUse[] {
  return [
    ...use(block.rows, `${at}.rows`, { expects: 'list' }),
    ...inConditions(block.rowActions, `${at}.rowActions`, { each: block.rows }),
  ]
}

function inTable(block: TableSpec, at: string): ExpressionUse[] {
  return [...inRows(block, at), ...inAll(block.columns, `${at}.columns`, { each: block.rows })]
}

function inBoard(block: BoardSpec, at: string): ExpressionUse[] {
  const row = { each: block.rows }
  return [
    ...inRows(block, at),
    ...use(block.column, `${at}.column`, { row }),
    ...inShown(block.card.title, `${at}.card.title`, row),
    ...inAll(block.card.lines, `${at}.card.lines`, row),
  ]
}

function inForm(block: FormSpec, at: string): ExpressionUse[] {
  const fields = block.fields.flatMap((field, index) => {
    const place = `${at}.fields.${index}`
    const rows = typeof field.options === 'string' ? field.options : undefined
    return [
      ...use(field.value, `${place}.value`),
      ...use(field.earliest, `${place}.earliest`),
      ...use(field.latest, `${place}.latest`),
      ...use(rows, `${place}.options`, { expects: 'list' }),
      ...use(field.optionLabel, `${place}.optionLabel`, { row: rows === undefined ? null : { each: rows } }),
    ]
  })
  return fields
}

const oneRow = (of: string | undefined): Row => (of === undefined ? null : { one: of })

function inDetail(block: DetailSpec, at: string): ExpressionUse[] {
  return [...use(block.of, `${at}.of`), ...inAll(block.facts, `${at}.facts`, oneRow(block.of))]
}

function inDocument(block: DocumentSpec, at: string): ExpressionUse[] {
  const row = oneRow(block.of)
  const parties = (block.parties ?? []).flatMap((party, index) =>
    inAll(party.lines, `${at}.parties.${index}.lines`, row),
  )
  return [
    ...use(block.of, `${at}.of`),
    ...inShown(block.number, `${at}.number`, row),
    ...parties,
    ...inAll(block.facts, `${at}.facts`, row),
    ...use(block.lines?.rows, `${at}.lines.rows`, { expects: 'list', row }),
    ...inAll(block.lines?.columns, `${at}.lines.columns`, block.lines ? { each: block.lines.rows } : null),
    ...inAll(block.totals, `${at}.totals`, row),
    ...inAll(block.paragraphs, `${at}.paragraphs`, row),
    ...use(block.stamp?.if, `${at}.stamp.if`, { expects: 'bool', row }),
  ]
}

function inMetrics(block: MetricsSpec, at: string): ExpressionUse[] {
  return block.items.flatMap((item, index) => [
    ...use(item.value, `${at}.items.${index}.value`),
    ...inTone(item.tone, `${at}.items.${index}.tone`, null),
    ...inShown(item.note, `${at}.items.${index}.note`, null),
  ])
}

function inChart(block: ChartSpec, at: string): ExpressionUse[] {
  const row = { each: block.rows }
  const series = block.series.flatMap((one, index) => use(one.value, `${at}.series.${index}.value`, { row }))
  return [
    ...use(block.rows, `${at}.rows`, { expects: 'list' }),
    ...use(block.label, `${at}.label`, { row }),
    ...series,
  ]
}

function inTimeline(block: TimelineSpec, at: string): ExpressionUse[] {
  const row = { each: block.rows }
  return [
    ...use(block.rows, `${at}.rows`, { expects: 'list' }),
    ...use(block.at, `${at}.at`, { row }),
    ...inShown(block.entry, `${at}.entry`, row),
    ...inShown(block.by, `${at}.by`, row),
    ...inTone(block.tone, `${at}.tone`, row),
  ]
}

function inChat(block: ChatSpec, at: string): ExpressionUse[] {
  const row = { each: block.rows }
  return [
    ...use(block.rows, `${at}.rows`, { expects: 'list' }),
    ...inShown(block.from, `${at}.from`, row),
    ...inShown(block.message, `${at}.message`, row),
    ...use(block.at, `${at}.at`, { row }),
    ...use(block.mine, `${at}.mine`, { expects: 'bool', row }),
    ...inConditions(block.replies, `${at}.replies`),
  ]
}

function inImage(block: ImageSpec, at: string): ExpressionUse[] {
  return inConditions(block.hotspots, `${at}.hotspots`)
}

const IN_BLOCK: { [K in BlockKind]: (spec: BlockSpecs[K], at: string) => ExpressionUse[] } = {
  table: inTable,
  form: inForm,
  detail: inDetail,
  metrics: inMetrics,
  chart: inChart,
  board: inBoard,
  document: inDocument,
  timeline: inTimeline,
  chat: inChat,
  notice: (spec, at) => inShown(spec, at, null),
  button: (spec, at) => inFillings(spec.values, `${at}.values`, null),
  image: inImage,
}

function inBody<K extends BlockKind>(block: OpenBlock<K>, at: string): ExpressionUse[] {
  return IN_BLOCK[block.kind](block.spec, at)
}

/** Every expression of a block. `at` is the path of the block, without its kind. */
export function expressionsInBlock(authored: Block, at: string): ExpressionUse[] {
  const block = openBlock(authored)
  const place = `${at}.${block.kind}`
  return [...use(block.spec.if, `${place}.if`, { expects: 'bool' }), ...inBody(block, place)]
}
