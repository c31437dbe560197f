import { LOCALES, type Text } from '~/domain/text'
import type { Control, EventData, LockedControl } from '../control'
import { isEntitled } from '../../format/entitlements'
import { isJsonObject, type Json } from '~/domain/json'
import { Presenter } from '../presenter'
import type { Reader } from '../reader'
import { rowNames } from '../row-name'
import type { BlockKind } from '../../format/schema-blocks'
import type { RowAction, Shown } from '../../format/schema-values'

/** The block whose controls are being collected, and what is asked for. */
export type BlockPlace = {
  reader: Reader
  screen: string
  /** Path of the block in the document, its kind included. */
  at: string
  block: BlockKind
  /** The name of a control without a label. */
  title: Text
  /** The event whose controls are asked for; null for all. */
  send: string | null
  /** The id of the row whose controls are asked for; null for all. */
  row: string | null
  /**
   * Whether only payloads are asked for: then labels, samples and initial values stay empty, because they are
   * expensive.
   */
  bare: boolean
  /** Collects the controls that are shown locked. */
  locked: LockedControl[]
}

/** Whether controls that send this event are asked for. */
export function wants({ send }: BlockPlace, event: string): boolean {
  return send === null || send === event
}

/** The id by which events name a row: its `id`, when that is a text. */
export function rowId(row: Json): string | null {
  return isJsonObject(row) && typeof row.id === 'string' ? row.id : null
}

/** The name of each row in every locale, distinct within its list. Computed on demand. */
function labelsOf(
  rows: readonly Json[],
  columns: readonly Shown[],
  place: BlockPlace,
): () => Map<Json, Text> {
  let made: Map<Json, Text> | null = null
  const make = () => {
    const names = LOCALES.map((locale) => {
      const presenter = new Presenter(place.reader, locale)
      return rowNames(rows.map((row) => columns.map((column) => presenter.shown(column, place.at, row))))
    })
    return new Map(
      rows.map((row, index) => {
        const words = LOCALES.map((locale, each) => [locale, names[each]?.[index] || rowId(row) || ''])
        return [row, Object.fromEntries(words) as Text]
      }),
    )
  }
  return () => (made ??= make())
}

/** The name of a control that nobody reads. */
export const NO_WORDS: Text = { en: '' }

type RowBlock = { rows: string; pick?: string | undefined; rowActions?: RowAction[] | undefined }
type Offer = { kind: 'pick' | 'row-action'; send: string; label: Text; id: string; rows: Json[] }

function rowControl(offer: Offer, labels: () => Map<Json, Text>, place: BlockPlace): Control {
  const rows: { id: string; label: Text }[] = []
  for (const row of offer.rows) {
    const id = rowId(row)
    if (id === null) continue
    if (place.bare) rows.push({ id, label: NO_WORDS })
    else
      rows.push({
        id,
        get label() {
          return labels().get(row) ?? NO_WORDS
        },
      })
  }
  const { kind, send, label, id } = offer
  const samples: EventData[] = place.bare ? [] : rows.map((row) => ({ id: row.id }))
  return {
    id,
    kind,
    screen: place.screen,
    block: place.block,
    send,
    label,
    payload: { kind: 'row', rows },
    samples,
  }
}

/**
 * Controls of a list: picking a row, and the actions on each row. `columns` are the cells from which a row is named.
 */
export function rowControls(
  block: RowBlock,
  columns: readonly Shown[],
  place: BlockPlace,
  isShown: (row: Json) => boolean = () => true,
): Control[] {
  const actions = (block.rowActions ?? []).map((action, index) => ({
    action,
    id: `${place.at}.rowActions.${index}`,
  }))
  const wanted = actions.filter(({ action, id }) => wants(place, action.send) && !isLocked(action, id, place))
  const picks = block.pick !== undefined && wants(place, block.pick)
  if (!picks && wanted.length === 0) return []
  const asked = (row: Json) => place.row === null || rowId(row) === place.row
  const shown = place.reader.rows(block.rows, `${place.at}.rows`).filter(isShown)
  const rows = shown.filter(asked)
  const labels = labelsOf(shown, columns, place)
  const offers: Offer[] = wanted.map(({ action, id }) => ({
    kind: 'row-action',
    send: action.send,
    label: action.label,
    id,
    rows: rows.filter((row) => place.reader.test(action.if, `${id}.if`, row)),
  }))
  if (block.pick !== undefined && picks)
    offers.unshift({ kind: 'pick', send: block.pick, label: place.title, id: `${place.at}.pick`, rows })
  return offers.filter((offer) => offer.rows.length > 0).map((offer) => rowControl(offer, labels, place))
}

/** A control that sends fixed data, or none. */
export function pressControl(
  kind: 'button' | 'reply' | 'hotspot',
  pressed: { send: string; label: Text; with?: EventData | undefined },
  id: string,
  place: BlockPlace,
): Control {
  const data = pressed.with
  return {
    id,
    kind,
    screen: place.screen,
    block: place.block,
    send: pressed.send,
    label: pressed.label,
    payload: data ? { kind: 'fixed', data } : { kind: 'none' },
    samples: [data ?? {}],
  }
}

/** Whether the plan lacks what a control needs: then it is shown locked and sends nothing. Records such a control. */
export function isLocked(
  control: { needs?: string | undefined; send: string },
  id: string,
  place: BlockPlace,
): boolean {
  const { needs, send } = control
  if (needs === undefined || isEntitled(place.reader.run, needs)) return false
  place.locked.push({ id, send, needs, screen: place.screen })
  return true
}
