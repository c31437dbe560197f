/** Why a file cannot be read; the texts are */
export type Unreadable =
  | 'empty'
  | 'too-large'
  | 'workbook'
  | 'encoding'
  | 'no-rows'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'quotes'
