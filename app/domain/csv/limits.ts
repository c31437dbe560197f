/** The maximum size of a file: the maximum number of rows, each of maximum length. */
export const MOST_CSV_BYTES = 1_000_000
export const MOST_CSV_ROWS = 2_000
/** The maximum number of columns that a page can offer. */
export const MOST_CSV_COLUMNS = 500
