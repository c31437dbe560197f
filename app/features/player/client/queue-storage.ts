import type { TraceEvent } from '~/domain/demo/engine/trace'

/** Stores events that the server has not accepted yet. Calls take effect in the order in which they are made. */
export interface QueueStorage {
  /** The waiting events of a trial, in order of `seq`. */
  load(trialId: string): Promise<TraceEvent[]>
  add(trialId: string, event: TraceEvent): Promise<void>
  /** Deletes the events up to and including `seq`. */
  dropThrough(trialId: string, seq: number): Promise<void>
  clear(trialId: string): Promise<void>
}

/** Keeps events in memory: for browsers that refuse IndexedDB, such as some private windows. */
export function memoryStorage(): QueueStorage {
  const trials = new Map<string, Map<number, TraceEvent>>()
  const eventsOf = (trialId: string): Map<number, TraceEvent> => {
    const events = trials.get(trialId) ?? new Map<number, TraceEvent>()
    trials.set(trialId, events)
    return events
  }
  return {
    load: async (trialId) => [...eventsOf(trialId).values()].sort((a, b) => a.seq - b.seq),
    add: async (trialId, event) => void eventsOf(trialId).set(event.seq, event),
    dropThrough: async (trialId, seq) => {
      const events = eventsOf(trialId)
      for (const known of [...events.keys()]) if (known <= seq) events.delete(known)
    },
    clear: async (trialId) => void trials.delete(trialId),
  }
}
