/** Longest text that is matched against a pattern. */
export const MAX_PATTERN_TEXT = 200

/**
 * Most ways in which the parts of a pattern may divide a text: three repetitions of any length, and a little more.
 */
const MAX_WAYS = 2e7

/**
 * Why a pattern of a form field cannot be used, null when it can. It must be fast on every text a prospect may type.
 */
export function patternProblem(pattern: string): string | null {
  const bare = pattern.replace(/\\./g, '_').replace(/\[[^\]]*\]/g, '_')
  if (/\(\?[=!<]/.test(bare) || /\\[1-9k]/.test(pattern))
    return 'Look-arounds and back-references are not available'
  if (/\)[*+{]/.test(bare))
    return 'A group cannot be repeated: it could take minutes. Repeat characters instead, e.g. [A-Z0-9]+'
  if (ways(bare) > MAX_WAYS)
    return 'Too many of * + ? | {1,9} in one pattern: it could take minutes. Use at most three of * and +'
  try {
    new RegExp(`^(?:${pattern})$`, 'u')
    return null
  } catch {
    return 'This is no regular expression'
  }
}

/** In how many ways a pattern can match a text, at worst: every repetition and every alternative multiplies them. */
function ways(bare: string): number {
  const marks = bare.replaceAll('(?:', '(').matchAll(/[*+?|()]|\{(\d+)(,(\d*))?\}/g)
  const choices = [1]
  let product = 1
  for (const match of marks) {
    const [mark] = match
    if (mark === '(') choices.push(1)
    else if (mark === ')') product *= choices.pop() ?? 1
    else if (mark === '|') choices.push((choices.pop() ?? 1) + 1)
    else product *= lengths(match)
  }
  return choices.reduce((all, count) => all * count, product)
}

/** How many lengths a repetition can have. */
function lengths([mark, least = '0', range, most]: RegExpMatchArray): number {
  if (mark === '?') return 2
  if (mark === '*' || mark === '+') return MAX_PATTERN_TEXT
  if (range === undefined) return 1
  return Math.min(MAX_PATTERN_TEXT, most ? Number(most) - Number(least) + 1 : MAX_PATTERN_TEXT)
}
