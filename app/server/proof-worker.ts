import { parentPort } from 'node:worker_threads'
import { compileDemo } from '~/domain/demo/compile'
import { prove } from '~/domain/demo/prove'
import type { Proof } from '~/domain/demo/prove'
import { parseDemoSource } from '~/domain/demo/source'

/** What the pool asks of this thread, one at a time. */
export interface ProofRequest {
  source: string
  maxConfigurations: number
  maxMs: number
}

export type ProofAnswer = { ok: true; proof: Proof } | { ok: false; message: string }

function answer({ source, maxConfigurations, maxMs }: ProofRequest): ProofAnswer {
  try {
    const { demo } = parseDemoSource(source)
    if (!demo) return { ok: false, message: 'The demo has errors, so there is nothing to prove.' }
    return { ok: true, proof: prove(compileDemo(demo), { maxConfigurations, maxMs }) }
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}

parentPort?.on('message', (request: ProofRequest) => parentPort?.postMessage(answer(request)))
