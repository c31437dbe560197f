import { localize, type Locale, type Text } from '~/domain/text'
import type { ActionView, BlockViewBase, LabelledView, LockedView, ValueView } from './blocks/view-parts'
import { isEntitled } from '../format/entitlements'
import { firstLocale } from '../format/first-locale'
import { formatValue } from './format-value'
import { own, type Json, type Scalar } from '~/domain/json'
import type { Reader } from './reader'
import {
  isTone,
  type Fillings,
  type Labelled,
  type RowAction,
  type Shown,
  type Tone,
  type ValueFormat,
} from '../format/schema-values'
import { asText, textOf } from './text-of'

type Base = { title?: Text | undefined; tip?: string | undefined }
type Pressed = Pick<ActionView, 'send'> & {
  label: Text
  values?: Fillings | undefined
  tone?: ActionView['tone'] | undefined
  tip?: string | undefined
  feature?: string | undefined
  needs?: string | undefined
}

/** Turns what an author wrote into what a reader sees in one language. */
export class Presenter {
  private readonly fallback: Locale
  private readonly currency: string

  constructor(
    readonly reader: Reader,
    readonly locale: Locale,
  ) {
    const { demo } = reader.run.compiled
    this.fallback = firstLocale(demo)
    this.currency = demo.product.currency ?? 'USD'
  }

  text(text: Text): string {
    return localize(text, this.locale, this.fallback)
  }

  textOrNull(text: Text | undefined): string | null {
    return text === undefined ? null : this.text(text)
  }

  tip(id: string | undefined): string | null {
    return id === undefined ? null : this.textOrNull(own(this.reader.run.compiled.demo.tips, id))
  }

  base(block: Base, at: string): BlockViewBase {
    return { id: at, title: this.textOrNull(block.title), tip: this.tip(block.tip) }
  }

  /** Formats a value of the world: texts in several languages in the reader's, statuses by their label. */
  present(value: Json, format: ValueFormat): ValueView {
    const text = asText(value)
    if (text) return { value: this.text(text), format, text: this.text(text), tone: null }
    const scalar: Scalar = typeof value === 'object' && value !== null ? this.text(textOf(value)) : value
    if (format === 'status') return this.status(scalar)
    return {
      value: scalar,
      format,
      text: formatValue(scalar, format, this.locale, this.currency),
      tone: null,
    }
  }

  private status(value: Scalar): ValueView {
    const status = own(this.reader.run.compiled.demo.statuses, String(value))
    const text = status ? this.text(status.label) : value === null ? '' : String(value)
    return { value, format: 'status', text, tone: status?.tone ?? 'neutral' }
  }

  value(source: string, format: ValueFormat | undefined, at: string, row?: Json): ValueView {
    const value = this.reader.value(source, at, row)
    return this.present(value, format ?? (typeof value === 'number' ? 'number' : 'text'))
  }

  shown(shown: Shown, at: string, row?: Json): ValueView {
    if (shown.value !== undefined) return this.value(shown.value, shown.format, `${at}.value`, row)
    const text = this.fill(shown.text ?? {}, shown.values, at, row)
    if (shown.format === 'status') return this.status(text)
    return { value: text, format: 'text', text, tone: null }
  }

  shownOrNull(shown: Shown | undefined, at: string, row?: Json): ValueView | null {
    return shown === undefined ? null : this.shown(shown, at, row)
  }

  /** The text with each `{name}` replaced by the value of its expression. */
  fill(text: Text, values: Fillings | undefined, at: string, row?: Json): string {
    return this.text(text).replace(/\{([A-Za-z_][A-Za-z0-9_]*)\}/g, (whole, name: string) => {
      const filling = own(values, name)
      if (filling === undefined) return whole
      const place = `${at}.values.${name}`
      if (typeof filling === 'string') return this.value(filling, undefined, place, row).text
      return this.value(filling.value, filling.format, `${place}.value`, row).text
    })
  }

  /** A tone, written directly or given by an expression; neutral when that gives none. */
  tone(source: string | undefined, at: string, row?: Json): Tone {
    const tone = source === undefined || isTone(source) ? source : this.reader.value(source, at, row)
    return isTone(tone) ? tone : 'neutral'
  }

  labelled(list: readonly Labelled[] | undefined, at: string, row?: Json): LabelledView[] {
    return (list ?? []).map((one, index) => ({
      ...this.shown(one, `${at}.${index}`, row),
      label: this.text(one.label),
      align: alignOf(one),
      strong: one.strong ?? false,
    }))
  }

  action(pressed: Pressed, id: string, data: ActionView['data']): ActionView {
    return {
      id,
      label: this.fill(pressed.label, pressed.values, id),
      send: pressed.send,
      data,
      tone: pressed.tone ?? 'default',
      tip: this.tip(pressed.tip),
      feature: pressed.feature ?? null,
      locked: this.locked(pressed.needs),
    }
  }

  private locked(needs: string | undefined): LockedView | null {
    const { run } = this.reader
    if (needs === undefined || isEntitled(run, needs)) return null
    const entitlement = own(run.compiled.demo.entitlements, needs)
    return {
      needs,
      title: entitlement ? this.text(entitlement.title) : needs,
      reason: this.textOrNull(entitlement?.reason),
      feature: entitlement?.feature ?? null,
    }
  }

  rowActions(
    actions: readonly RowAction[] | undefined,
    at: string,
    id: string | null,
    row: Json,
  ): ActionView[] {
    if (id === null) return []
    return (actions ?? []).flatMap((action, index) => {
      const place = `${at}.rowActions.${index}`
      return this.reader.test(action.if, `${place}.if`, row) ? [this.action(action, place, { id })] : []
    })
  }

  /** The action of picking a row, labelled by the first value of the row. */
  pick(send: string | undefined, at: string, id: string | null, label: string): ActionView | null {
    if (send === undefined || id === null) return null
    return { ...this.action({ send, label: {} }, `${at}.pick`, { id }), label }
  }
}

/** Numbers are aligned at the end of a column, so that their digits line up. */
export function alignOf(one: Labelled): 'start' | 'end' {
  const isNumber = one.format === 'number' || one.format === 'money' || one.format === 'percent'
  return one.align ?? (isNumber ? 'end' : 'start')
}
