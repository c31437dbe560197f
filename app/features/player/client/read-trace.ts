import type { TraceEvent } from '~/domain/demo/engine/trace'
import type { Fetch } from './send-batch'

/**
 * The trace of a trial as the server has it.
 * @throws Error when the network fails or the server does not answer with a trial.
 */
export async function readTrace(fetch: Fetch, url: string): Promise<TraceEvent[]> {
  const response = await fetch(url, { headers: { accept: 'application/json' }, credentials: 'same-origin' })
  if (!response.ok) throw new Error(`The trial could not be read: ${response.status}`)
  const body = (await response.json()) as { trace?: TraceEvent[] }
  if (!Array.isArray(body.trace)) throw new Error('The trial could not be read: it has no trace')
  return body.trace
}
