const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Ctrl-C reaches a whole process group and is passed on by npm as well: signals this close together are one wish. */
const SAME_WISH_MS = 1_000

export type StopReason = 'signal' | 'parent gone'

/**
 * Resolves at the first wish to stop: a signal, or the end of the parent that holds our IPC channel. A later, second
 * signal ends the process at once; the embedded database then stays for the next start to take over.
 */
export function untilSignal(): Promise<StopReason> {
  return new Promise((resolve) => {
    let first: number | null = null
    for (const signal of SIGNALS) {
      process.on(signal, () => {
        if (first !== null && Date.now() - first > SAME_WISH_MS) process.exit(130)
        first ??= Date.now()
        resolve('signal')
      })
    }
    process.on('disconnect', () => resolve('parent gone'))
  })
}
