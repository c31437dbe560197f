import { tests } from '@bufbuild/cel-spec/testdata/conformance.js'
import { makeEnvironment, parseIn } from '~/domain/demo/expression/expression'

/** A value as the conformance cases write it: one key, which names its type. */
type Written = {
  nullValue?: unknown
  boolValue?: boolean
  int64Value?: string
  uint64Value?: string
  doubleValue?: number | string
  stringValue?: string
  bytesValue?: string
  typeValue?: string
  listValue?: { values?: Written[] }
  mapValue?: { entries?: { key: Written; value: Written }[] }
  objectValue?: { '@type'?: string; value?: unknown }
}

type Case = {
  name?: string
  expr: string
  value?: Written
  typedResult?: { result?: Written }
  evalError?: unknown
  checkOnly?: boolean
  disableCheck?: boolean
  bindings?: Record<string, { value?: Written }>
  typeEnv?: { name: string; ident?: unknown }[]
}

type Suite = { name: string; suites?: Suite[]; tests?: { original: Case }[] }

/** One case of the CEL specification; `section` is its file and section there, `lists/index`. */
export type CelCase = { section: string; name: string; original: Case }

/** Every case of the specification's own conformance test, in its order. */
export function celCases(): CelCase[] {
  return (tests as Suite).suites?.flatMap((suite) => casesIn(suite, suite.name)) ?? []
}

function casesIn({ tests: own = [], suites = [] }: Suite, section: string): CelCase[] {
  return [
    ...own.map(({ original }, index) => ({ section, name: original.name ?? String(index), original })),
    ...suites.flatMap((suite) => casesIn(suite, `${section}/${suite.name}`)),
  ]
}

/** Why our environment does not support a case; null when it does. */
export function failureOf({ original }: CelCase): string | null {
  const outcome = run(original)
  if (original.evalError !== undefined) return 'error' in outcome ? null : 'there should be an error'
  if ('error' in outcome) return outcome.error
  if (original.checkOnly) return null
  const expected = original.value ?? original.typedResult?.result ?? { boolValue: true }
  return matches(outcome.value, expected) ? null : `gives ${String(outcome.value)}`
}

type Outcome = { value: unknown } | { error: string }

function run({ expr, bindings = {}, typeEnv = [], disableCheck }: Case): Outcome {
  try {
    const env = makeEnvironment()
    const names = new Set([
      ...Object.keys(bindings),
      ...typeEnv.filter((one) => one.ident).map((one) => one.name),
    ])
    for (const name of names) env.registerVariable(name, 'dyn')
    const program = parseIn(env, expr)
    const { valid, error } = program.check()
    if (!valid && !disableCheck) return { error: messageOf(error) }
    const scope = Object.entries(bindings).map(([name, { value }]) => [name, value ? read(value) : null])
    return { value: program(Object.fromEntries(scope) as Record<string, unknown>) }
  } catch (error) {
    return { error: messageOf(error) }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
}

/** Converts a value of a case to a value of a world or an event. */
function read(written: Written): unknown {
  if (written.int64Value !== undefined) return BigInt(written.int64Value)
  if (written.doubleValue !== undefined) return Number(written.doubleValue)
  if (written.listValue) return (written.listValue.values ?? []).map(read)
  if (written.mapValue)
    return new Map((written.mapValue.entries ?? []).map(({ key, value }) => [read(key), read(value)]))
  if (written.bytesValue !== undefined) return new Uint8Array(Buffer.from(written.bytesValue, 'base64'))
  if (written.objectValue) return readObject(written.objectValue)
  return written.boolValue ?? written.stringValue ?? null
}

function readObject(object: { '@type'?: string; value?: unknown }): unknown {
  const isTime = object['@type']?.endsWith('google.protobuf.Timestamp')
  return isTime && typeof object.value === 'string' ? new Date(object.value) : object
}

type Reader<Key extends keyof Written> = (value: unknown, expected: NonNullable<Written[Key]>) => boolean

/**
 * Whether a value equals that of a case. Whole numbers and decimals of one value are equal, since a world has one
 * number type.
 */
const SAME: { [Key in keyof Required<Written>]: Reader<Key> } = {
  nullValue: (value) => value === null,
  boolValue: (value, expected) => value === expected,
  stringValue: (value, expected) => value === expected,
  uint64Value: () => false,
  int64Value: (value, expected) =>
    typeof value === 'bigint' ? value === BigInt(expected) : value === Number(expected),
  doubleValue: (value, expected) =>
    (typeof value === 'number' || typeof value === 'bigint') && Object.is(Number(value), Number(expected)),
  bytesValue: (value, expected) =>
    value instanceof Uint8Array && Buffer.from(value).toString('base64') === expected,
  typeValue: (value, expected) =>
    typeof value === 'object' && value !== null && 'name' in value && value.name === expected,
  listValue: (value, { values = [] }) => Array.isArray(value) && sameList([...value], values),
  mapValue: (value, { entries = [] }) => sameMap(value, entries),
  objectValue: (value, expected) => {
    const object = readObject(expected)
    return value instanceof Date && object instanceof Date && value.getTime() === object.getTime()
  },
}

function matches(value: unknown, written: Written): boolean {
  return Object.entries(written).every(([key, expected]) => {
    const same = SAME[key as keyof Written] as ((value: unknown, expected: unknown) => boolean) | undefined
    return same?.(value, expected) ?? false
  })
}

function sameList(list: unknown[], written: Written[]): boolean {
  return list.length === written.length && written.every((one, index) => matches(list[index], one))
}

function sameMap(value: unknown, entries: { key: Written; value: Written }[]): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const found: [unknown, unknown][] = value instanceof Map ? [...value] : Object.entries(value)
  return (
    found.length === entries.length &&
    entries.every(({ key, value: expected }) =>
      found.some(([name, item]) => String(name) === String(read(key)) && matches(item, expected)),
    )
  )
}
