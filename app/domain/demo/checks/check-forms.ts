import type { FormSpec, FormFieldSpec } from '../format/blocks/form.schema'
import type { FieldSpec } from '../screen/control'
import { error, warning, type FoundProblem } from './found-problem'
import type { Scalar } from '~/domain/json'
import { openBlock } from '../format/open-block'
import { fieldProblem } from '../screen/payload'
import { stepProblem } from '../screen/number-steps'
import { patternProblem } from '../expression/pattern'
import type { Demo } from '../format/schema'
import { wouldBeRight } from '~/domain/suggest'

/** What is wrong with forms and with what buttons send: names, options, bounds, patterns, samples. */
export function checkForms(demo: Demo): FoundProblem[] {
  return Object.entries(demo.screens).flatMap(([id, screen]) =>
    screen.blocks.flatMap((authored, index) => {
      const block = openBlock(authored)
      const at = `screens.${id}.blocks.${index}.${block.kind}`
      if (block.kind === 'form') return checkForm(block.spec, at)
      if (block.kind === 'button') return checkNames(Object.keys(block.spec.with ?? {}), `${at}.with`)
      if (block.kind !== 'chat') return []
      const replies = block.spec.replies ?? []
      return replies.flatMap((reply, i) =>
        checkNames(Object.keys(reply.with ?? {}), `${at}.replies.${i}.with`),
      )
    }),
  )
}

function checkNames(names: readonly string[], at: string): FoundProblem[] {
  if (!names.includes('type')) return []
  return [
    error(
      'reserved-event',
      `${at}.type`,
      'event.type is the name of the event: choose another name, e.g. kind',
    ),
  ]
}

function checkForm(form: FormSpec, at: string): FoundProblem[] {
  const fields = form.fields.flatMap((field, index) =>
    checkField(field, `${at}.fields.${index}`, form.fields, index),
  )
  const samples = form.samples ?? []
  const none = warning('missing-samples', at, 'Give samples: what exploration and "show me" fill in')
  return [
    ...fields,
    ...(samples.length === 0 ? [none] : []),
    ...samples.flatMap((sample, index) => checkSample(sample, `${at}.samples.${index}`, form.fields)),
  ]
}

function checkField(
  field: FormFieldSpec,
  at: string,
  all: readonly FormFieldSpec[],
  index: number,
): FoundProblem[] {
  const problems: FoundProblem[] = []
  const { name, kind, options, min, max, pattern } = field
  if (all.findIndex((other) => other.name === name) < index)
    problems.push(error('duplicate-field', `${at}.name`, `A field ${name} is already in this form`))
  if (name === 'type') problems.push(...checkNames([name], at))
  if (kind === 'select' && options === undefined)
    problems.push(
      error('invalid-shape', at, 'A select needs options: a path such as world.customers, or a list'),
    )
  if (kind !== 'select' && options !== undefined)
    problems.push(error('invalid-shape', `${at}.options`, 'Only a select has options'))
  if (min !== undefined && max !== undefined && min > max)
    problems.push(error('invalid-shape', `${at}.min`, `min ${min} is more than max ${max}`))
  problems.push(...dayProblems(field, at))
  problems.push(...stepProblems(field, at))
  const wrong = pattern === undefined ? null : patternProblem(pattern)
  if (wrong !== null) problems.push(error('invalid-shape', `${at}.pattern`, wrong))
  return problems
}

/** Only date fields may have date bounds. */
function dayProblems(field: FormFieldSpec, at: string): FoundProblem[] {
  const isDate = field.kind === 'date'
  const wrong = isDate ? (['min', 'max'] as const) : (['earliest', 'latest'] as const)
  const message = (key: string) =>
    isDate ? 'A date has earliest and latest, e.g. earliest: world.today' : `Only a date has ${key}`
  return wrong
    .filter((key) => field[key] !== undefined)
    .map((key) => error('invalid-shape', `${at}.${key}`, message(key)))
}

/** Steps are for numbers, and the bounds must lie on a step. */
function stepProblems({ kind, min, max, whole, step }: FormFieldSpec, at: string): FoundProblem[] {
  if (whole === undefined && step === undefined) return []
  const key = step === undefined ? 'whole' : 'step'
  if (kind !== 'number' && kind !== 'money')
    return [error('invalid-shape', `${at}.${key}`, `Only a number or money has ${key}`)]
  if (whole && step !== undefined && !Number.isInteger(step))
    return [
      error('invalid-shape', `${at}.step`, `A whole number goes in whole steps, not in steps of ${step}`),
    ]
  return Object.entries({ min, max }).flatMap(([bound, value]) => {
    if (value === undefined || stepProblem({ min, whole, step }, value) === null) return []
    return [
      error(
        'invalid-shape',
        `${at}.${bound}`,
        `${bound} ${value} is itself not among the numbers that ${key} allows`,
      ),
    ]
  })
}

function checkSample(
  sample: Record<string, Scalar>,
  at: string,
  fields: readonly FormFieldSpec[],
): FoundProblem[] {
  const names = fields.map((field) => field.name)
  return Object.entries(sample).flatMap(([name, value]) => {
    const field = fields.find((one) => one.name === name)
    const place = `${at}.${name}`
    if (!field)
      return [error('unknown-field', place, `The form has no field ${name}: ${wouldBeRight(name, names)}`)]
    const wrong = fieldProblem(specOf(field, value), value) ?? lineProblem(field, value)
    return wrong === null
      ? []
      : [error('invalid-sample', place, `The form would not accept this ${name}: ${wrong}`)]
  })
}

/** Browsers do not let anybody type a line break into a field of one line. */
function lineProblem({ kind }: FormFieldSpec, value: Scalar): string | null {
  const breaks = kind === 'text' && typeof value === 'string' && /[\r\n]/.test(value)
  return breaks ? 'It has one line: take out the line break, or make it a longtext.' : null
}

/**
 * The field as far as it is known without a world: options from the world accept any text, and an invalid pattern
 * accepts everything.
 */
function specOf(
  { name, kind, label, required, min, max, whole, step, pattern, options }: FormFieldSpec,
  value: Scalar,
): FieldSpec {
  const fromWorld = typeof value === 'string' ? [{ value, label: {} }] : []
  const known = typeof options === 'object' ? options : fromWorld
  const usable = pattern !== undefined && patternProblem(pattern) === null ? pattern : undefined
  return {
    name,
    kind,
    label,
    required: required ?? false,
    min,
    max,
    whole,
    step,
    pattern: usable,
    options: known,
    initial: null,
  }
}
