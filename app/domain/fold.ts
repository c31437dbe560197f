/** Letters that Unicode does not decompose, as people without them on their keyboard write them. */
const WRITTEN: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ł: 'l',
  ŧ: 't',
  ς: 'σ',
  ı: 'i',
  þ: 'th',
  '’': "'",
  '‘': "'",
  ʻ: "'",
  '“': '"',
  '”': '"',
  '‐': '-',
  '–': '-',
  '—': '-',
  '−': '-',
}
const SPECIAL = new RegExp(`[${Object.keys(WRITTEN).join('')}]`, 'gu')

/**
 * A text as searches compare it: lower case without accents, half-width signs, in one normal form, without invisible
 * characters, with single spaces.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(SPECIAL, (letter) => WRITTEN[letter] ?? letter)
    .replace(/\s+/gu, ' ')
    .trim()
}

/** Whether a text contains what somebody typed to find it; an empty search matches every text. */
export function holdsFolded(text: string, typed: string): boolean {
  return fold(text).includes(fold(typed))
}
