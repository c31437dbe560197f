/** Most `*`, `+` and `{n,}` in one pattern: each multiplies the worst time by the length of the text. */
const MAX_UNBOUNDED = 3

/** Why a pattern of a form field cannot be used, null when it can. It must be quick on every text a prospect may type. */
export function patternProblem(pattern: string): string | null {
  const bare = pattern.replace(/\\./g, '_').replace(/\[[^\]]*\]/g, '_')
  if (/\(\?[=!<]/.test(bare) || /\\[1-9k]/.test(pattern))
    return 'Look-arounds and back-references are not available'
  if (/\)[*+{]/.test(bare))
    return 'A group cannot be repeated: it could take minutes. Repeat characters instead, e.g. [A-Z0-9]+'
  const unbounded = bare.match(/[*+]|\{\d*,\}/g)?.length ?? 0
  if (unbounded > MAX_UNBOUNDED)
    return `At most ${MAX_UNBOUNDED} of * and + in a pattern: it could take minutes`
  try {
    new RegExp(`^(?:${pattern})$`, 'u')
    return null
  } catch {
    return 'This is no regular expression'
  }
}
