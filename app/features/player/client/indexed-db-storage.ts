import { openDB } from 'idb'
import type { DBSchema, IDBPDatabase } from 'idb'
import type { TraceEvent } from '~/domain/demo/engine/trace'
import { memoryStorage } from './queue-storage'
import type { QueueStorage } from './queue-storage'

interface QueueSchema extends DBSchema {
  event: { key: [trialId: string, seq: number]; value: { trialId: string; seq: number; event: TraceEvent } }
}

const NAME = 'foyer-queue'

const ofTrial = (trialId: string, last = Number.MAX_SAFE_INTEGER): IDBKeyRange =>
  IDBKeyRange.bound([trialId, 0], [trialId, last])

const open = (): Promise<IDBPDatabase<QueueSchema>> =>
  openDB<QueueSchema>(NAME, 1, {
    upgrade: (database) => void database.createObjectStore('event', { keyPath: ['trialId', 'seq'] }),
  })

const overDatabase = (database: IDBPDatabase<QueueSchema>): QueueStorage => ({
  load: async (trialId) => (await database.getAll('event', ofTrial(trialId))).map((row) => row.event),
  add: async (trialId, event) => void (await database.put('event', { trialId, seq: event.seq, event })),
  dropThrough: (trialId, seq) => database.delete('event', ofTrial(trialId, seq)),
  clear: (trialId) => database.delete('event', ofTrial(trialId)),
})

/** Keeps waiting events across reloads, crashes and sleep; in memory where the browser refuses IndexedDB. */
export async function indexedDbStorage(): Promise<QueueStorage> {
  try {
    return overDatabase(await open())
  } catch {
    return memoryStorage()
  }
}
