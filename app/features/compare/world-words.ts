import type { Demo } from '~/domain/demo/format/schema'
import type { Block } from '~/domain/demo/format/schema-blocks'
import type { Labelled, ValueFormat } from '~/domain/demo/format/schema-values'
import type { Text } from '~/domain/text'

/** The label and format of a field of the world on the demo's screens. */
interface FieldWords {
  label: Text
  format: ValueFormat | undefined
}

/** The labels of a list or object in the world: its title, the name of a row, and its fields. */
export interface PlaceWords {
  title: Text
  /** What a row is called; null for a single thing. */
  rowName: Pick<Labelled, 'text' | 'values' | 'value' | 'format'> | null
  fields: Map<string, FieldWords>
  /** Log entries rather than rows: shown with their time. */
  timeline: boolean
}

/** Labels by the path of a list or object, e.g. `world.invoices`. */
export type WorldWords = ReadonlyMap<string, PlaceWords>

const PLACE = /^(world(?:\.[A-Za-z_]\w*)+?)(?:\.(?:filter|sortBy|reverse|map)\(.*)?$/s
const ROW_FIELD = /^row\.([A-Za-z_]\w*)$/
const WORLD_FIELD = /^(world(?:\.[A-Za-z_]\w*)*)\.([A-Za-z_]\w*)$/

type Known = Map<string, PlaceWords>
type Facts = readonly (Pick<Labelled, 'label' | 'format'> & { value?: string | undefined })[]

/** The labels that a demo's screens give to paths of its world: the first screen with a label wins. */
export function wordsOfWorld(demo: Demo): WorldWords {
  const words: Known = new Map()
  for (const { blocks, title } of Object.values(demo.screens)) {
    for (const block of blocks) {
      noteLists(words, block, title)
      noteThings(words, block, title)
    }
  }
  return words
}

function noteLists(words: Known, { table, board, timeline }: Block, screen: Text): void {
  if (table) {
    const place = listAt(words, table.rows, table.title ?? screen, table.columns[0])
    for (const column of table.columns) addField(place, fieldOf(column.value), column)
  }
  if (board) listAt(words, board.rows, board.title ?? screen, board.card.title)
  if (timeline) {
    const title = timeline.title ?? screen
    const place = listAt(words, timeline.rows, title, timeline.entry)
    addField(place, fieldOf(timeline.at), { label: title, format: 'date' })
    if (place) place.timeline = true
  }
}

function noteThings(words: Known, { detail, document, metrics }: Block, screen: Text): void {
  if (detail) things(words, detail.facts, detail.title ?? screen, detail.of)
  if (document) things(words, document.facts ?? [], document.heading, document.of)
  if (metrics) things(words, metrics.items, metrics.title ?? screen, undefined)
}

function fieldOf(source: string | undefined): string | null {
  return ROW_FIELD.exec(source ?? '')?.[1] ?? null
}

function placeAt(words: Known, path: string, title: Text): PlaceWords {
  const known = words.get(path) ?? { title, rowName: null, fields: new Map(), timeline: false }
  words.set(path, known)
  return known
}

function listAt(
  words: Known,
  rows: string,
  title: Text,
  rowName: NonNullable<PlaceWords['rowName']> | undefined,
): PlaceWords | null {
  const path = PLACE.exec(rows.trim())?.[1]
  if (path === undefined) return null
  const place = placeAt(words, path, title)
  place.rowName ??= rowName ?? null
  return place
}

function addField(
  place: PlaceWords | null,
  name: string | null,
  { label, format }: Pick<Labelled, 'label' | 'format'>,
): void {
  if (place !== null && name !== null && !place.fields.has(name)) place.fields.set(name, { label, format })
}

function things(words: Known, facts: Facts, title: Text, of: string | undefined): void {
  const thing = /^world(\.[A-Za-z_]\w*)+$/.test(of ?? '') ? of : undefined
  for (const fact of facts) {
    const own = fieldOf(fact.value)
    const [, path, field] = WORLD_FIELD.exec(fact.value ?? '') ?? []
    if (own !== null && thing !== undefined) addField(placeAt(words, thing, title), own, fact)
    else if (path !== undefined && field !== undefined) addField(placeAt(words, path, title), field, fact)
  }
}
