const ADDRESS = /\S+@\S+|\b(?:https?:\/\/|www\.)\S+/giu
/** Five digits or more, as people write phone, card and account numbers. */
const NUMBER = /\+?\d(?:[\s().\-/]{0,2}\d){4,}/gu

/** A text without what could be the address or a number of a person. */
export const maskPrivate = (text: string): string =>
  text.normalize('NFKC').replace(ADDRESS, '[address]').replace(NUMBER, '[number]')
