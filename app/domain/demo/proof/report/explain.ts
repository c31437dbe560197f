import { localize, type Locale, type Text } from '~/domain/text'
import { offeredControls, type Control, type EventData, type FieldSpec } from '../../screen/controls'
import { PHRASES, type Phrases } from './explain-phrases'
import { firstLocale } from '../../format/first-locale'
import { own, type Scalar } from '~/domain/json'
import type { PlainEvent } from '../../engine/offered-events'
import { step, type Run } from '../../engine/run'

/**
 * Events in plain words, one sentence each: “As Sales, on “New order”, fill in Customer: Northwind Traders and press
 * “Save order””. An event that no control on the screen sends is named by its type. Stops at an event that is refused.
 * `locale` is by default the first locale of the demo.
 */
export function explainSteps(start: Run, events: readonly PlainEvent[], locale?: Locale): string[] {
  const sentences: string[] = []
  let run = start
  for (const event of events) {
    sentences.push(explainStep(run, event, locale))
    const result = step(run, { ...event, at: run.lastAt })
    if (!result.ok) break
    run = result.run
  }
  return sentences
}

/** One event in plain words, from the run that takes it. */
export function explainStep(run: Run, event: PlainEvent, locale?: Locale): string {
  const { demo } = run.compiled
  const fallback = firstLocale(demo)
  const phrases = PHRASES[locale ?? fallback]
  const words = (text: Text) => localize(text, locale ?? fallback, fallback)
  const control = controlFor(run, event)
  const role = own(demo.roles, run.role)
  const screen = control && own(demo.screens, control.screen)
  const act = control ? actOf(control, event.data ?? {}, phrases, words) : phrases.press(event.type)
  return phrases.sentence([
    ...(role ? [phrases.as(words(role.name))] : []),
    ...(screen ? [phrases.on(phrases.quote(words(screen.title)))] : []),
    act,
  ])
}

/** The action behind an event, without who and where: “Fill in Quantity: 10 and press “Save order””. */
export function explainAct(run: Run, event: PlainEvent, locale: Locale): string {
  const fallback = firstLocale(run.compiled.demo)
  const control = controlFor(run, event)
  const phrases = PHRASES[locale]
  const words = (text: Text) => localize(text, locale, fallback)
  return phrases.sentence([
    control ? actOf(control, event.data ?? {}, phrases, words) : phrases.press(event.type),
  ])
}

/**
 * The control on the screen that sends this event: the one that lists the row or has the data, else any of its type.
 */
function controlFor(run: Run, event: PlainEvent): Control | undefined {
  const sending = offeredControls(run).filter((control) => control.send === event.type)
  return sending.find((control) => carries(control, event.data ?? {})) ?? sending[0]
}

function carries({ payload }: Control, data: EventData): boolean {
  if (payload.kind === 'row') return payload.rows.some((row) => row.id === data.id)
  if (payload.kind === 'fixed')
    return Object.entries(payload.data).every(([key, value]) => data[key] === value)
  return payload.kind === 'form' || Object.keys(data).length === 0
}

type Words = (text: Text) => string

function actOf(control: Control, data: EventData, phrases: Phrases, words: Words): string {
  const label = phrases.quote(words(control.label))
  const { payload } = control
  if (payload.kind === 'form') return fillAct(payload.fields, data, label, phrases, words)
  if (payload.kind === 'row') {
    const row = payload.rows.find((candidate) => candidate.id === data.id)
    const name = phrases.quote(row ? words(row.label) : String(data.id ?? ''))
    if (control.kind === 'pick') return phrases.choose(name, label)
    return control.block === 'board' ? phrases.pressOnCard(label, name) : phrases.pressInRow(label, name)
  }
  if (control.kind === 'reply') return phrases.answer(label)
  return control.kind === 'hotspot' ? phrases.pressPicture(label) : phrases.press(label)
}

function fillAct(
  fields: FieldSpec[],
  data: EventData,
  label: string,
  phrases: Phrases,
  words: Words,
): string {
  const filled = fields.flatMap((field) => {
    const value = own(data, field.name)
    return value === undefined ? [] : [phrases.set(words(field.label), valueOf(field, value, phrases, words))]
  })
  return filled.length === 0 ? phrases.press(label) : phrases.fill(phrases.list(filled), label)
}

function valueOf(field: FieldSpec, value: Scalar, phrases: Phrases, words: Words): string {
  if (value === null || value === '') return phrases.empty
  if (typeof value === 'boolean') return value ? phrases.yes : phrases.no
  const option = field.options?.find((candidate) => candidate.value === value)
  if (option) return words(option.label)
  if (typeof value === 'number') return phrases.number(value)
  return field.kind === 'date' ? phrases.date(value) : value
}
