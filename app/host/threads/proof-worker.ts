import { parentPort } from 'node:worker_threads'
import { compileDemo } from '~/domain/demo/engine/compile'
import { prove } from '~/domain/demo/proof/prove'
import type { Proof } from '~/domain/demo/proof/prove'
import type { Demo } from '~/domain/demo/format/schema'
import { parseDemoSource } from '~/domain/demo/checks/demo-source'
import { takeSettings } from './take-settings'

/** A task for this thread, one at a time: to prove an author's source, or a parsed demo. */
export type ProofRequest = ({ source: string } | { demo: Demo }) & {
  maxConfigurations: number
  maxMs: number
}

export type ProofAnswer = { ok: true; proof: Proof } | { ok: false; message: string }

function answer({ maxConfigurations, maxMs, ...asked }: ProofRequest): ProofAnswer {
  try {
    const demo = 'demo' in asked ? asked.demo : parseDemoSource(asked.source).demo
    if (!demo) return { ok: false, message: 'The demo has errors, so there is nothing to prove.' }
    return { ok: true, proof: prove(compileDemo(demo), { maxConfigurations, maxMs }) }
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}

takeSettings()
parentPort?.on('message', (request: ProofRequest) => parentPort?.postMessage(answer(request)))
