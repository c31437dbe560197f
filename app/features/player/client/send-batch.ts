import type { TraceEvent } from '~/domain/demo/engine/trace'
import { paths } from '~/paths'

/** The outcomes of a batch that the queue distinguishes. */
export type SendOutcome =
  | { kind: 'accepted'; lastSeq: number }
  /** The server wants the events from `expectedSeq` on. */
  | { kind: 'gap'; expectedSeq: number }
  /** The server refuses these events for good: sending them again is useless. */
  | { kind: 'refused'; code: string; message: string; seq?: number; reason?: string }
  /** Try again, but not before `afterMs` if the server sent one. */
  | { kind: 'retry'; afterMs?: number }

export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** `navigator.sendBeacon`: continues after the page is closed, and never reports its outcome. */
export type Beacon = (url: string, body: Blob) => boolean

export interface Batch {
  trialId: string
  events: TraceEvent[]
}

/** Sends events of one trial. Never throws: a network failure is one of the outcomes. */
export async function sendBatch(
  fetch: Fetch,
  batch: Batch,
  options: { keepalive: boolean; signal?: AbortSignal },
): Promise<SendOutcome> {
  try {
    const response = await fetch(paths.api.events(batch.trialId), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: batchBody(batch),
      credentials: 'same-origin',
      keepalive: options.keepalive,
      ...(options.signal && { signal: options.signal }),
    })
    return await outcomeOf(response)
  } catch {
    return { kind: 'retry' }
  }
}

/** Sends events without waiting for a response: they stay in the queue and are sent again when the page is back. */
export function sendBeacon(beacon: Beacon, batch: Batch): void {
  beacon(paths.api.events(batch.trialId), new Blob([batchBody(batch)], { type: 'application/json' }))
}

function batchBody({ trialId, events }: Batch): string {
  return JSON.stringify({ trial: trialId, events })
}

async function outcomeOf(response: Response): Promise<SendOutcome> {
  if (isWorthRetrying(response.status)) return { kind: 'retry', ...retryAfter(response) }
  const body = await jsonOf(response)
  if (response.ok && typeof body['lastSeq'] === 'number')
    return { kind: 'accepted', lastSeq: body['lastSeq'] }
  if (response.ok) return { kind: 'retry' }
  return refusalOf(response.status, body)
}

function refusalOf(status: number, body: Record<string, unknown>): SendOutcome {
  const code = text(body['code']) ?? codeOfType(body['type']) ?? `http-${status}`
  if (code === 'sequence-gap' && typeof body['expectedSeq'] === 'number') {
    return { kind: 'gap', expectedSeq: body['expectedSeq'] }
  }
  return {
    kind: 'refused',
    code,
    message: text(body['detail']) ?? text(body['title']) ?? '',
    ...(typeof body['seq'] === 'number' && { seq: body['seq'] }),
    ...(typeof body['reason'] === 'string' && { reason: body['reason'] }),
  }
}

const isWorthRetrying = (status: number): boolean => status === 408 || status === 429 || status >= 500

function retryAfter(response: Response): { afterMs?: number } {
  const header = response.headers.get('retry-after')
  const seconds = header === null ? Number.NaN : Number(header)
  return Number.isFinite(seconds) && seconds >= 0 ? { afterMs: seconds * 1000 } : {}
}

async function jsonOf(response: Response): Promise<Record<string, unknown>> {
  try {
    const body: unknown = await response.json()
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** Problems are typed `/problems/<code>`. */
const codeOfType = (type: unknown): string | undefined => text(type)?.split('/').at(-1)
