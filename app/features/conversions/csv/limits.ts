/** What a file is too large for: as many rows as the import takes, each as long as they come. */
export const MOST_CSV_BYTES = 1_000_000
export const MOST_CSV_ROWS = 2_000
/** As many as a page can offer to choose from. */
export const MOST_CSV_COLUMNS = 500
