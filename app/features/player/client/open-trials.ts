/** What can be asked to send what it still keeps: a trial that is open in this page. */
interface Sender {
  flush(): Promise<boolean>
}

const open = new Set<Sender>()

/** Keeps a trial in mind for as long as it is open. Gives a function that forgets it. */
export function keepOpen(trial: Sender): () => void {
  open.add(trial)
  return () => void open.delete(trial)
}

/**
 * Waits until the server has every step of the trials that are open in this page, at most `withinMs`: for pages that show
 * a trial from what the server knows. Never rejects; true when nothing is left unsent.
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
