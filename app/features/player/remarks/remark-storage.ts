import { openDB } from 'idb'
import type { DBSchema } from 'idb'
import type { RemarkChange } from './remark'

/** Stores changes that the server has not confirmed, one for each remark: the last. */
export interface RemarkStorage {
  load(trialId: string): Promise<RemarkChange[]>
  put(change: RemarkChange): Promise<void>
  drop(change: Pick<RemarkChange, 'trialId' | 'id'>): Promise<void>
}

/** For browsers that refuse IndexedDB, such as some private windows. */
export function memoryRemarks(): RemarkStorage {
  const kept = new Map<string, RemarkChange>()
  return {
    load: async (trialId) => [...kept.values()].filter((one) => one.trialId === trialId),
    put: async (change) => void kept.set(change.id, change),
    drop: async ({ id }) => void kept.delete(id),
  }
}

interface RemarkSchema extends DBSchema {
  change: { key: [trialId: string, id: string]; value: RemarkChange }
}

/** Keeps changes across reloads and crashes; in memory where the browser refuses IndexedDB. */
export async function storedRemarks(): Promise<RemarkStorage> {
  try {
    const database = await openDB<RemarkSchema>('foyer-remarks', 1, {
      upgrade: (made) => void made.createObjectStore('change', { keyPath: ['trialId', 'id'] }),
    })
    return {
      load: (trialId) => database.getAll('change', IDBKeyRange.bound([trialId, ''], [trialId, '\uffff'])),
      put: async (change) => void (await database.put('change', change)),
      drop: ({ trialId, id }) => database.delete('change', [trialId, id]),
    }
  } catch {
    return memoryRemarks()
  }
}
