/**
 * True when the text contains what is searched for, letter by letter: without regard to case and accents, and with no
 * character that means anything but itself. The oracle of `containsText` over the copy.
 */
export const isTextFound = (text: string, search: string): boolean => fold(text).includes(fold(search))

/** Accents are the marks that stay behind a letter when it is taken apart. */
const fold = (text: string): string =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC')
