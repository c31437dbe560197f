/** The one value that all votes are for; null when there are none or they differ. Cells that tell nothing vote null. */
export function agreed<Value>(votes: readonly (Value | null)[]): Value | null {
  const told = new Set(votes.filter((vote) => vote !== null))
  const [only] = told
  return told.size === 1 && only !== undefined ? only : null
}
