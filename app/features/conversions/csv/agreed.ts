/** The unanimous vote; null when there are no votes or they differ. Cells that say nothing vote null. */
export function agreed<Value>(votes: readonly (Value | null)[]): Value | null {
  const told = new Set(votes.filter((vote) => vote !== null))
  const [only] = told
  return told.size === 1 && only !== undefined ? only : null
}
