import type { TraceEvent } from '~/domain/demo/engine/trace'

/** A step before it has its place in a trace. */
export type PlainStep = Omit<TraceEvent, 'seq' | 'at' | 'activeMs'>

export const LAPTOP = { who: 'p1', what: 'Laptop', amount: 900 }

/** The whole way of `request-approval` to success on the premium plan. */
export const WALK: PlainStep[] = [
  { type: 'NEW_REQUEST' },
  { type: 'SAVE_REQUEST', data: LAPTOP },
  { type: 'APPROVE', data: { fast: false } },
]

/** The trace of these steps, one a second, numbered from `from`. */
export const trace = (steps: readonly PlainStep[], from = 1): TraceEvent[] =>
  steps.map((step, index) => ({ ...step, seq: from + index, at: (from + index) * 1_000, activeMs: 900 }))

/** The trace of `count` hints. */
export const hints = (count: number, from = 1): TraceEvent[] =>
  trace(
    Array.from({ length: count }, () => ({ type: '@hint' })),
    from,
  )
