/** The median of the first `size` values, between the two middle ones when there are two. It moves values about. */
export function medianOf(values: Float64Array, size: number): number {
  const upper = Math.floor(size / 2)
  const high = select(values, size, upper)
  if (size % 2 === 1) return high
  let low = -Infinity
  for (let index = 0; index < upper; index += 1) low = Math.max(low, values[index] ?? low)
  return low + 0.5 * (high - low)
}

/** The value of a rank, by C. A. R. Hoare's selection (1961): what comes before it is no larger. */
function select(values: Float64Array, size: number, rank: number): number {
  let [left, right] = [0, size - 1]
  while (left < right) {
    const [low, high] = split(values, left, right)
    if (rank <= high) right = high
    else if (rank >= low) left = low
    else break
  }
  return values[rank] ?? 0
}

function split(values: Float64Array, left: number, right: number): [number, number] {
  const pivot = values[(left + right) >> 1] ?? 0
  let [low, high] = [left, right]
  while (low <= high) {
    while ((values[low] ?? 0) < pivot) low += 1
    while ((values[high] ?? 0) > pivot) high -= 1
    if (low > high) break
    const kept = values[low] ?? 0
    values[low] = values[high] ?? 0
    values[high] = kept
    low += 1
    high -= 1
  }
  return [low, high]
}
