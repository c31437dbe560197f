const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Ctrl-C reaches the whole process group and npm forwards it too: signals this close together count as one. */
const SAME_REQUEST_MS = 1_000

export type StopReason = 'signal' | 'parent gone'

/**
 * Resolves at the first stop request: a signal, or the end of the parent that holds the IPC channel. A second, later
 * signal exits at once; the embedded database then keeps running for the next start to adopt.
 */
export function untilSignal(): Promise<StopReason> {
  return new Promise((resolve) => {
    let first: number | null = null
    for (const signal of SIGNALS) {
      process.on(signal, () => {
        if (first !== null && Date.now() - first > SAME_REQUEST_MS) process.exit(130)
        first ??= Date.now()
        resolve('signal')
      })
    }
    process.on('disconnect', () => resolve('parent gone'))
  })
}
