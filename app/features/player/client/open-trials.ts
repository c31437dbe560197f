/** An open trial in this page that can be asked to send its waiting events. */
interface Sender {
  flush(): Promise<boolean>
}

const open = new Set<Sender>()

/** Registers an open trial. Returns a function that removes it. */
export function keepOpen(trial: Sender): () => void {
  open.add(trial)
  return () => void open.delete(trial)
}

/**
 * Waits at most `withinMs` until the server has every step of the trials open in this page: for pages that show a
 * trial from the server's data. Never rejects; true when nothing is left unsent.
 */
export async function allSent(withinMs = 4_000): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLong = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), withinMs)
  })
  const sent = Promise.all([...open].map((trial) => trial.flush())).then(
    (answers) => answers.every(Boolean),
    () => false,
  )
  return Promise.race([sent, tooLong]).finally(() => clearTimeout(timer))
}
