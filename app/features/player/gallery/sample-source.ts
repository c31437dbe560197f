/** The text below a top-level key of a sample's source, without its indentation. */
function below(source: string, key: string): string[] {
  const lines = source.trimEnd().split('\n')
  const start = lines.indexOf(`${key}:`) + 1
  if (start === 0) return []
  const length = lines.slice(start).findIndex((line) => /^\S/.test(line))
  const taken = lines.slice(start, length === -1 ? undefined : start + length)
  return taken.map((line) => line.replace(/^ {2}/, ''))
}

/** The block as an item of `blocks`, for copying into a demo. */
export function blockSource(source: string): string {
  return below(source, 'block')
    .map((line, index) => `${index === 0 ? '-' : ' '} ${line}`.trimEnd())
    .join('\n')
}

/** The data that the block reads, as written below `world`. */
export function worldSource(source: string): string {
  return ['world:', ...below(source, 'world').map((line) => `  ${line}`)].join('\n')
}
