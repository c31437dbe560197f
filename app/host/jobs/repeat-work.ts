import type { App } from '~/platform/context/context'

interface Repeated {
  /** Does one thing that waits; false when nothing does. */
  workOnce: () => Promise<boolean>
  /** Between the end of the last thing and the next look. */
  pauseMs: number
  /** What the log says when it broke. */
  failure: string
}

/** Does what waits, one after the other, and looks again after a pause. What broke is logged and tried again. */
export function repeatWork(
  { log }: Pick<App, 'log'>,
  { workOnce, pauseMs, failure }: Repeated,
): { stop(): Promise<void> } {
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const work = async (): Promise<void> => {
    while (!isStopped && (await workOnce()));
  }
  const again = (): void => {
    running = work().catch((error: unknown) => log.error({ err: error }, failure))
    void running.then(() => {
      if (!isStopped) timer = setTimeout(again, pauseMs).unref()
    })
  }
  again()
  return {
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await running
    },
  }
}
