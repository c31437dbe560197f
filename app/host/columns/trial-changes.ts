import type { CopyStatus } from '#db/columns/follow/copy-keeper'

type Callback = (asOfMs: number) => void

/** Tells those who listen when the status of a copy says that trials changed. */
export class TrialChanges {
  private lastMs: number | null = null
  private readonly callbacks = new Set<Callback>()

  listen(callback: Callback): () => void {
    this.callbacks.add(callback)
    return () => void this.callbacks.delete(callback)
  }

  notice({ trialsAsOfMs }: Pick<CopyStatus, 'trialsAsOfMs'>): void {
    if (trialsAsOfMs === null || trialsAsOfMs === this.lastMs) return
    this.lastMs = trialsAsOfMs
    for (const callback of this.callbacks) callback(trialsAsOfMs)
  }
}
