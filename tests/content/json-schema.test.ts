import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { demoJsonSchema } from '~/domain/demo/format/schema'
import { starterFiles } from '~/features/studio/starter/starter-files'
import { readBrokenDemos, type BrokenDemo } from '#tests/support/broken-demos'

const validate = new Ajv2020({ strict: true }).compile(demoJsonSchema() as object)

/**
 * Broken demos that JSON Schema cannot detect: relations of two values, names that reach a prototype, patterns,
 * characters.
 */
const BEYOND_SCHEMA = [
  /^prototype-/,
  /^shape-(min-over-max|options-on-number|pattern-\w+(-\w+)?|plan-twice|select-without-options|text-and-value)$/,
  /^yaml-(merge-key|nul-escaped|surrogate|number-too-many-digits)$/,
]

/** The parsed value of a broken demo; undefined when it is no YAML. */
function valueOf({ source }: BrokenDemo): unknown {
  try {
    return parse(source)
  } catch {
    return undefined
  }
}

test.each(readdirSync('content/demos'))('the shipped demo %s fits the schema for editors', (slug) => {
  validate(parse(readFileSync(`content/demos/${slug}/demo.yaml`, 'utf8')))
  expect(validate.errors).toBeNull()
})

test('a new demo fits the schema for editors', () => {
  const files = starterFiles('demo', { slug: 'mine', title: 'Mine', locale: 'en' })
  validate(parse(files['demo.yaml'] ?? ''))
  expect(validate.errors).toBeNull()
})

const ofShape = readBrokenDemos().filter(
  (demo) =>
    demo.expected.some(({ code }) => code === 'invalid-shape' || code === 'unknown-key') &&
    !BEYOND_SCHEMA.some((pattern) => pattern.test(demo.name)) &&
    valueOf(demo) !== undefined,
)

test.each(ofShape)('$name does not fit the schema for editors', (demo) => {
  expect(validate(valueOf(demo))).toBe(false)
})

test('most of what has the wrong shape is seen by editors', () => {
  expect(ofShape.length).toBeGreaterThan(40)
})
