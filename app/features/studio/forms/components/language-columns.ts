/** The grid of a text in each of so many languages, side by side where there is room. */
export const LANGUAGE_COLUMNS: Record<number, string> = { 2: 'md:grid-cols-2', 3: 'md:grid-cols-3' }
