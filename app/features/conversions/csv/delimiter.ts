/** Signs that may part the cells of a file. */
const SIGNS = [',', ';', '\t', '|']

/** Spreadsheets write the sign of a file into a first line of its own, which is no row. */
const SIGN_LINE = /^"?sep=([,;\t|])"?[ \t]*(?:\r\n|\n|\r|$)/i

export interface Delimited {
  delimiter: string
  /** The text without the line that names the sign. */
  text: string
  /** How many lines were left out before it. */
  skipped: number
}

/** Finds the sign that parts the cells: the one that the file names, else the one that parts the names in the header. */
export function findDelimiter(text: string): Delimited {
  const named = SIGN_LINE.exec(text)
  if (named?.[1]) return { delimiter: named[1], text: text.slice(named[0].length), skipped: 1 }
  return { delimiter: mostUsed(bareHeader(text)), text, skipped: 0 }
}

/** The first row without its quoted parts: a name in quotes may hold any sign and line breaks. */
function bareHeader(text: string): string {
  const bare = text.trimStart().replace(/"(?:[^"]|"")*"?/g, '')
  return bare.split(/[\r\n]/, 1)[0] ?? ''
}

/** A comma when there is but one name. */
function mostUsed(header: string): string {
  const counts = SIGNS.map((sign) => ({ sign, count: header.split(sign).length }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).sign
}
