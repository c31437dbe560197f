/** Why a file cannot be read at all; the words are `import.unreadable.<reason>`. */
export type Unreadable =
  | 'empty'
  | 'too-large'
  | 'workbook'
  | 'encoding'
  | 'no-rows'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'quotes'
