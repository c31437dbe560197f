/** The result of the work if it ends within some milliseconds; null when it takes longer or is refused for now. */
export async function soon<Result>(work: Promise<Result>, withinMs: number): Promise<Result | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), withinMs)
  })
  try {
    return await Promise.race([work.catch(() => null), late])
  } finally {
    clearTimeout(timer)
  }
}
