/** Text functions as CEL defines them: positions and lengths count code points, not UTF-16 code units. */
const isPlain = (text: string) => !/[\ud800-\udfff]/.test(text)

/** The number of code points before an index in code units. */
function pointsBefore(text: string, unit: number): bigint {
  if (unit < 0) return -1n
  return BigInt(isPlain(text) ? unit : [...text.slice(0, unit)].length)
}

/** The index in code units of a position in code points; `most` is the largest valid one. */
function unitAt(text: string, point: bigint | number, what: string): number {
  const points = isPlain(text) ? null : [...text]
  const length = points?.length ?? text.length
  const place = Number(point)
  if (!Number.isInteger(place)) throw new Error(`${what} is ${place}: a place in a text is a whole number`)
  if (place < 0 || place > length)
    throw new Error(`${what} is ${place}, and the text has the places 0 to ${length}`)
  return points === null ? place : points.slice(0, place).join('').length
}

/**
 * Compares two texts by code points; below 0 when the first comes first. Comparing code units gives another order.
 */
export function inOrder(one: string, other: string): number {
  if (isPlain(one) && isPlain(other)) return one < other ? -1 : one > other ? 1 : 0
  const [ones, others] = [[...one], [...other]]
  const at = ones.findIndex((character, index) => character !== others[index])
  if (at < 0) return ones.length - others.length
  return (ones[at]?.codePointAt(0) ?? -1) - (others[at]?.codePointAt(0) ?? -1)
}

function indexOf(text: string, part: string, from: bigint | number = 0n): bigint {
  return pointsBefore(text, text.indexOf(part, unitAt(text, from, 'the place to start from')))
}

function lastIndexOf(text: string, part: string, from?: bigint | number): bigint {
  const last = from === undefined ? Infinity : unitAt(text, from, 'the place to start from')
  return pointsBefore(text, text.lastIndexOf(part, last))
}

function substring(text: string, start: bigint | number, end?: bigint | number): string {
  const from = unitAt(text, start, 'the start')
  if (end === undefined) return text.slice(from)
  const to = unitAt(text, end, 'the end')
  if (to < from) throw new Error(`the end ${end} lies before the start ${start}`)
  return text.slice(from, to)
}

/** Empty at the position after the last character. */
function charAt(text: string, point: bigint | number): string {
  const character = text.codePointAt(unitAt(text, point, 'the place'))
  return character === undefined ? '' : String.fromCodePoint(character)
}

function piecesOf(text: string, separator: string): string[] {
  return separator === '' ? [...text] : text.split(separator)
}

/** With a limit the last piece holds the rest; a negative one is no limit. */
function split(text: string, separator: string, limit: bigint | number = -1n): string[] {
  const pieces = piecesOf(text, separator)
  const most = wholeLimit(limit)
  if (most < 0 || pieces.length <= most) return pieces
  return most === 0 ? [] : [...pieces.slice(0, most - 1), pieces.slice(most - 1).join(separator)]
}

/**
 * The first `limit` matches, all of them for a negative limit. An empty part matches before every character and at the
 * end.
 */
function replace(text: string, part: string, by: string, limit: bigint | number = -1n): string {
  const most = wholeLimit(limit)
  const pieces = part === '' ? ['', ...text, ''] : text.split(part)
  if (part === '') return replaceBetween([...text], by, most)
  const done = most < 0 ? pieces.length - 1 : Math.min(most, pieces.length - 1)
  return [pieces.slice(0, done + 1).join(by), ...pieces.slice(done + 1)].join(part)
}

function replaceBetween(characters: string[], by: string, most: number): string {
  const done = most < 0 ? characters.length + 1 : most
  return [...characters, ''].map((character, index) => (index < done ? by : '') + character).join('')
}

function wholeLimit(limit: bigint | number): number {
  if (!Number.isInteger(Number(limit))) throw new Error(`the limit is ${limit}: it must be a whole number`)
  return Number(limit)
}

const reverse = (text: string) => [...text].reverse().join('')
const trim = (text: string) => text.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, '')
const lowerAscii = (text: string) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
const upperAscii = (text: string) => text.replace(/[a-z]+/g, (letters) => letters.toUpperCase())

/** The types of the arguments after the text, in order: texts and whole numbers. */
type TextFunction = {
  takes: readonly ('text' | 'number')[]
  apply: (text: string, ...given: never[]) => unknown
}

/** By name: functions that the library lacks, counts in code units, or applies to more letters than CEL does. */
const TEXT_FUNCTIONS = new Map<string, TextFunction>([
  ['indexOf', { takes: ['text', 'number'], apply: indexOf }],
  ['lastIndexOf', { takes: ['text', 'number'], apply: lastIndexOf }],
  ['substring', { takes: ['number', 'number'], apply: substring }],
  ['charAt', { takes: ['number'], apply: charAt }],
  ['split', { takes: ['text', 'number'], apply: split }],
  ['replace', { takes: ['text', 'text', 'number'], apply: replace }],
  ['reverse', { takes: [], apply: reverse }],
  ['trim', { takes: [], apply: trim }],
  ['lowerAscii', { takes: [], apply: lowerAscii }],
  ['upperAscii', { takes: [], apply: upperAscii }],
])

/** The function of a name for these arguments; null when they do not fit it. */
export function textFunction(name: string, given: readonly unknown[]): TextFunction['apply'] | null {
  const found = TEXT_FUNCTIONS.get(name)
  const fits = found && given.every((value, index) => kindOf(value) === found.takes[index])
  return fits ? found.apply : null
}

export function isTextFunction(name: string): boolean {
  return TEXT_FUNCTIONS.has(name)
}

function kindOf(value: unknown): 'text' | 'number' | null {
  if (typeof value === 'string') return 'text'
  return typeof value === 'number' || typeof value === 'bigint' ? 'number' : null
}

/** Signatures of the functions that the library lacks. */
export const ADDED_TEXT_FUNCTIONS = [
  'string.charAt(int): string',
  'string.replace(string, string): string',
  'string.replace(string, string, int): string',
  'string.reverse(): string',
]
