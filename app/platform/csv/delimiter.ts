/** The possible delimiters of a file. */
const SIGNS = [',', ';', '\t', '|']

/** A first line in which spreadsheets declare the delimiter; not a row. */
const SIGN_LINE = /^"?sep=([,;\t|])"?[ \t]*(?:\r\n|\n|\r|$)/i

export interface Delimited {
  delimiter: string
  /** The text without the line that declares the delimiter. */
  text: string
  /** How many lines were removed before it. */
  skipped: number
}

/** Finds the delimiter: the declared one, else the one in the header. */
export function findDelimiter(text: string): Delimited {
  const named = SIGN_LINE.exec(text)
  if (named?.[1]) return { delimiter: named[1], text: text.slice(named[0].length), skipped: 1 }
  return { delimiter: mostUsed(bareHeader(text)), text, skipped: 0 }
}

/** The first row without quoted parts, which may contain any character. */
function bareHeader(text: string): string {
  const bare = text.trimStart().replace(/"(?:[^"]|"")*"?/g, '')
  return bare.split(/[\r\n]/, 1)[0] ?? ''
}

/** A comma when there is only one column. */
function mostUsed(header: string): string {
  const counts = SIGNS.map((sign) => ({ sign, count: header.split(sign).length }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).sign
}
