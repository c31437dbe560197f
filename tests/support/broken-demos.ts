import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkReferences } from '~/domain/content/references/check-references'
import { documentLinks } from '~/domain/content/references/document-links'
import { yamlPlaces } from '~/domain/content/checks/yaml-place'
import { compileDemo } from '~/domain/demo/engine/compile'
import type { CheckContext } from '~/domain/demo/checks/check-demo'
import { prove } from '~/domain/demo/proof/prove'
import type { Demo } from '~/domain/demo/format/schema'
import { parseDemoSource } from '~/domain/demo/checks/demo-source'
import { describeProof } from '~/domain/demo/proof/report/describe-findings'

/** The expectation in a file of the corpus: */
export type Expectation = {
  severity: 'error' | 'warning'
  code: string
  at: string
  line: number | null
  /** A part of the message; empty for findings of a proof, whose texts are tested elsewhere. */
  says: string
}

export type BrokenDemo = { name: string; bytes: Buffer; source: string; expected: Expectation[] }

const FOLDER = 'tests/corpus/demos'
const EXPECTATION = /^# expect( warning)?: (\S+)(?: at (.+?))?(?: line (\d+))?(?:: (.+))?$/

/** Every broken demo, read like any content file. */
export function readBrokenDemos(): BrokenDemo[] {
  return readdirSync(FOLDER).map((file) => {
    const bytes = readFileSync(join(FOLDER, file))
    const source = bytes.toString('utf8')
    const expected = source.split(/\r\n?|\n/).flatMap((line) => readExpectation(line))
    return { name: file.replace('.yaml', ''), bytes, source, expected }
  })
}

function readExpectation(line: string): Expectation[] {
  const [, warning, code, at = '', number, says = ''] = EXPECTATION.exec(line) ?? []
  if (code === undefined) return []
  return [{ severity: warning ? 'warning' : 'error', code, at, line: number ? Number(number) : null, says }]
}

/** The check context of every demo of the corpus. */
const AROUND: CheckContext = {
  guides: new Map([['asking', ['en']]]),
  features: ['bulk'],
}

export type FoundFault = Omit<Expectation, 'says'> & { message: string }

/** The problems of a demo: of its source or, if that has no errors, of its proof. */
export function faultsOf(source: string): FoundFault[] {
  const { demo, problems } = parseDemoSource(source, AROUND)
  const read = problems.map(({ code, at, message, severity, line = null }) => ({
    code,
    at,
    message,
    severity,
    line,
  }))
  return demo ? [...read, ...mediaFaults(demo, source), ...proofFaults(demo, source)] : read
}

/** The pictures of the library that every demo of the corpus may name. */
const MEDIA = ['box.webp']

function mediaFaults(demo: Demo, source: string): FoundFault[] {
  const files = { 'demo.yaml': source }
  const links = documentLinks('demo', demo.slug, files, { demo })
  const found = checkReferences(links, files, { known: { medium: MEDIA } })
  return found.map(({ code, at = '', severity, message, line = null }) => ({
    code,
    at,
    severity,
    message,
    line,
  }))
}

/** Most configurations that a proof of the corpus explores: its demos are small. */
const MAX_CONFIGURATIONS = 200

function proofFaults(demo: Demo, source: string): FoundFault[] {
  const compiled = compileDemo(demo)
  const proof = prove(compiled, { maxConfigurations: MAX_CONFIGURATIONS })
  const place = yamlPlaces(source)
  return describeProof(compiled, proof, 'en').map(({ code, at, severity, message }) => ({
    code,
    at,
    severity,
    message,
    line: place(at)?.line ?? null,
  }))
}
