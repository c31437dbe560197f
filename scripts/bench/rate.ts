/** Work done per second by several loops at once, for `ms`. `work` returns how much it did. */
export async function rateOf(ms: number, loops: number, work: () => Promise<number>): Promise<number> {
  const began = performance.now()
  let done = 0
  const loop = async (): Promise<void> => {
    while (performance.now() - began < ms) {
      // Not `done += await work()`, which reads `done` before it waits and loses what other loops added.
      const more = await work()
      done += more
    }
  }
  await Promise.all(Array.from({ length: loops }, loop))
  return (done / (performance.now() - began)) * 1_000
}
