/** The decimal separator. */
export const DECIMAL_SIGNS = ['.', ','] as const
export type DecimalSign = (typeof DECIMAL_SIGNS)[number]

const FRACTION = /^\d{1,4}$/
const MOST = 1e12

/** Spaces and apostrophes are thousands separators in some countries, never decimal separators. */
const GROUPED_BY_SPACE = /(?<=\d)[\u0020\u00A0\u2009\u202F'’](?=\d{3}(?!\d))/g

/** Parses an amount: */
export function readAmount(text: string, sign: DecimalSign | null): number | 'ambiguous' | null {
  const plain = text.trim().replace(GROUPED_BY_SPACE, '')
  const decimal = decimalSignOf(plain) ?? sign
  if (decimal === null && isUndecided(plain)) return 'ambiguous'
  const amount = numberOf(plain, decimal ?? '.')
  return amount !== null && amount <= MOST ? amount : null
}

function numberOf(plain: string, decimal: DecimalSign): number | null {
  const grouping = otherThan(decimal)
  const [whole = '', fraction, ...rest] = plain.split(decimal)
  const isFraction = fraction === undefined || FRACTION.test(fraction)
  if (rest.length > 0 || !isFraction || !isWhole(whole, grouping)) return null
  return Number(`${whole.replaceAll(grouping, '')}.${fraction ?? '0'}`)
}

/** The decimal separator that an amount shows unambiguously, or null. */
export function decimalSignOf(text: string): DecimalSign | null {
  const signs = text.match(/[.,]/g) ?? []
  const last = signs.at(-1) as DecimalSign | undefined
  if (last === undefined) return null
  const count = signs.filter((sign) => sign === last).length
  if (count > 1) return signs.length === count ? otherThan(last) : null
  if (signs.length > 1) return last
  return isUndecided(text) ? null : last
}

/** One separator with one to three digits before and three after it: thousands or decimals. */
const isUndecided = (text: string): boolean => /^[1-9]\d{0,2}[.,]\d{3}$/.test(text)

const otherThan = (sign: DecimalSign): DecimalSign => (sign === '.' ? ',' : '.')

function isWhole(text: string, grouping: DecimalSign): boolean {
  const [first = '', ...groups] = text.split(grouping)
  if (groups.length === 0) return /^\d{1,15}$/.test(first)
  return /^\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group))
}
