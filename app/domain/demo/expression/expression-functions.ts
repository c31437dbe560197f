import type { Environment } from '@marcbachmann/cel-js'
import { dayAt } from '~/domain/day'
import { divisor, minus, over, plus, remainder, times, total } from './decimal'
import { ADDED_TEXT_FUNCTIONS, inOrder, textFunction } from './expression-text'
import { addDaysTo, daysBetween } from './expression-time'
import { isJsonObject } from '~/domain/json'

/** What `now()`, `today()` and `newId()` return while one expression is evaluated. */
export type Ambient = {
  /** Milliseconds since the epoch. */
  now: number
  /** Absent where nothing may be created: guards, tasks, screens. */
  newId?: () => string
}

/** Functions that an expression may call, ours and those of CEL. The reference in docs/demo-format.md lists the same. */
export const FUNCTION_NAMES: readonly string[] = [
  'newId now today addDays daysBetween number round floor ceil abs pad',
  'sum min max first last take reversed sortBy byId',
  'size has map filter all exists exists_one string int double bool dyn timestamp duration bind',
  'contains startsWith endsWith indexOf lastIndexOf substring charAt split join replace reverse trim lowerAscii upperAscii',
  'getFullYear getMonth getDate getDayOfMonth getDayOfWeek getDayOfYear getHours getMinutes getSeconds',
  'orValue or hasValue value optional none of',
].flatMap((names) => names.split(' '))

/** Wraps the right side of `/` in a parsed expression; authors do not write it. */
export const DIVISOR = 'divisor'

function toNumber(value: unknown): number {
  if (typeof value === 'number') return value
  if (typeof value === 'bigint') return Number(value)
  throw new Error(`expected a number, got ${describe(value)}`)
}

function describe(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'a map' : typeof value
}

function roundTo(value: unknown, decimals: unknown): number {
  const places = Math.max(0, Math.min(8, toNumber(decimals)))
  const scale = 10 ** places
  const scaled = toNumber(value) * scale
  return Math.round(scaled + Math.sign(scaled) * Number.EPSILON * Math.abs(scaled)) / scale
}

const floor = (x: unknown) => Math.floor(toNumber(x))
const ceil = (x: unknown) => Math.ceil(toNumber(x))
const abs = (x: unknown) => Math.abs(toNumber(x))
const round = (x: unknown) => roundTo(x, 0)
const divide = (x: unknown) => divisor(toNumber(x))

/** Functions that accept any value and depend on their arguments alone, by name: of one argument, and of two. */
export const PLAIN_FUNCTIONS = {
  one: new Map<unknown, (x: unknown) => number>([
    ['number', toNumber],
    [DIVISOR, divide],
    ['round', round],
    ['floor', floor],
    ['ceil', ceil],
    ['abs', abs],
  ]),
  two: new Map<unknown, (x: unknown, y: unknown) => number | string>([
    ['round', roundTo],
    ['addDays', addDaysTo],
    ['daysBetween', daysBetween],
  ]),
}

function numbers(list: unknown): number[] {
  return (list as unknown[]).map(toNumber)
}

export function sumOf(list: unknown): number {
  return total(numbers(list))
}

function nonEmpty(list: unknown): unknown[] {
  const items = list as unknown[]
  if (items.length === 0) throw new Error('the list is empty')
  return items
}

export function byId(list: unknown, id: unknown): unknown {
  const plain = (value: unknown) => (typeof value === 'bigint' ? Number(value) : value)
  const wanted = plain(id)
  const found = (list as unknown[]).find((row) => isJsonObject(row) && plain(row.id) === wanted)
  if (found === undefined) throw new Error(`no row has the id ${JSON.stringify(wanted) ?? describe(wanted)}`)
  return found
}

function fieldOf(row: unknown, field: string): string | number {
  const value = isJsonObject(row) && Object.hasOwn(row, field) ? row[field] : undefined
  if (typeof value === 'bigint') return Number(value)
  if (typeof value === 'string' || typeof value === 'number') return value
  throw new Error(`cannot sort by ${field}: it must be a number or a text in every row`)
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'string' && typeof b === 'string') return inOrder(a, b)
  if (typeof a !== typeof b) throw new Error('cannot sort numbers and texts together')
  return a < b ? -1 : a > b ? 1 : 0
}

function sortBy(list: unknown, field: string): unknown[] {
  return [...(list as unknown[])].sort((a, b) => compare(fieldOf(a, field), fieldOf(b, field)))
}

function registerMixedNumbers(env: Environment): void {
  const operators: [string, (a: number, b: number) => number][] = [
    ['+', plus],
    ['-', minus],
    ['*', times],
    ['/', over],
    ['%', remainder],
  ]
  for (const [operator, apply] of operators) {
    const mixed = (a: number | bigint, b: number | bigint) => apply(Number(a), Number(b))
    env.registerOperator(`double ${operator} int: double`, mixed)
    env.registerOperator(`int ${operator} double: double`, mixed)
  }
  env.registerOperator('double % double: double', remainder)
  // The library compares them with < and >, but rejects 6 / 2 == 3; it derives != and the other order from this.
  env.registerOperator('double == int: bool', (a: number, b: bigint) => a >= b && a <= b)
}

function registerNumbers(env: Environment): void {
  env.registerFunction('number(dyn): double', toNumber)
  env.registerFunction(`${DIVISOR}(dyn): double`, divide)
  env.registerFunction('round(dyn): double', round)
  env.registerFunction('round(dyn, dyn): double', roundTo)
  env.registerFunction('floor(dyn): double', floor)
  env.registerFunction('ceil(dyn): double', ceil)
  env.registerFunction('abs(dyn): double', abs)
  env.registerFunction('pad(dyn, dyn): string', (x: unknown, width: unknown) =>
    String(toNumber(x)).padStart(Math.min(20, toNumber(width)), '0'),
  )
}

function registerLists(env: Environment): void {
  env.registerFunction('list.sum(): double', sumOf)
  env.registerFunction('list.min(): double', (list: unknown) => Math.min(...numbers(nonEmpty(list))))
  env.registerFunction('list.max(): double', (list: unknown) => Math.max(...numbers(nonEmpty(list))))
  env.registerFunction('list.first(): dyn', (list: unknown) => nonEmpty(list)[0])
  env.registerFunction('list.last(): dyn', (list: unknown) => nonEmpty(list).at(-1))
  env.registerFunction('list.take(dyn): list', (list: unknown[], n: unknown) =>
    list.slice(0, Math.max(0, toNumber(n))),
  )
  env.registerFunction('list.reversed(): list', (list: unknown[]) => [...list].reverse())
  env.registerFunction('list.sortBy(string): list', sortBy)
  env.registerFunction('list.byId(dyn): dyn', byId)
}

function registerTexts(env: Environment): void {
  for (const signature of ADDED_TEXT_FUNCTIONS) {
    const name = /\.(\w+)/.exec(signature)?.[1] ?? ''
    env.registerFunction(signature, (text: string, ...given: never[]) =>
      textFunction(name, given)?.(text, ...given),
    )
  }
}

function registerTime(env: Environment, ambient: () => Ambient): void {
  env.registerFunction('now(): string', () => new Date(ambient().now).toISOString())
  env.registerFunction('today(): string', () => dayAt(ambient().now))
  env.registerFunction('addDays(dyn, dyn): string', addDaysTo)
  env.registerFunction('daysBetween(dyn, dyn): double', daysBetween)
  env.registerFunction('newId(): string', () => {
    const { newId } = ambient()
    if (!newId) throw new Error('newId() works only in do and entry')
    return newId()
  })
}

/** Adds our functions and mixed-number operators to an environment. `ambient` is called at each evaluation. */
export function registerFunctions(env: Environment, ambient: () => Ambient): void {
  registerMixedNumbers(env)
  registerNumbers(env)
  registerLists(env)
  registerTexts(env)
  registerTime(env, ambient)
}
