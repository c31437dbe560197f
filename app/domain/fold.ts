/** Letters that Unicode does not take apart, as people without them on their keyboard write them. */
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
 * A text as searches compare it: small letters without accents, full-width and half-width signs alike, whatever the
 * normal form, invisible characters left out, one space between words.
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

/** Whether a text holds what somebody typed to find it; nothing typed is in every text. */
export function holdsFolded(text: string, typed: string): boolean {
  return fold(text).includes(fold(typed))
}
