/** Why a file cannot be read. The locale files have a text for each code. */
export type Unreadable =
  | 'empty'
  | 'too-large'
  | 'workbook'
  | 'encoding'
  | 'no-rows'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'quotes'
