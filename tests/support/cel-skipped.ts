import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { CelCase } from './cel-cases'

const FILE = 'tests/conformance/cel-skipped.json'

/** Reason -> section -> its cases that are left out; `*` for the whole section. */
const schema = z.record(
  z.string(),
  z.record(z.string(), z.union([z.literal('*'), z.array(z.string()).min(1)])),
)

export type SkippedCases = z.infer<typeof schema>

export function readSkippedCases(): SkippedCases {
  return schema.parse(JSON.parse(readFileSync(FILE, 'utf8')))
}

/** Why a case is left out; null when it is run. */
export function reasonOf(leftOut: SkippedCases, { section, name }: CelCase): string | null {
  const found = Object.entries(leftOut).find(([, sections]) => {
    const cases = sections[section]
    return cases === '*' || cases?.includes(name)
  })
  return found?.[0] ?? null
}
