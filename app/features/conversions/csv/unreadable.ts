/** Why a file cannot be read at all; the words are `import.unreadable.<reason>`. */
export type Unreadable =
  'empty' | 'too-large' | 'encoding' | 'no-rows' | 'too-many-rows' | 'quotes' | 'headers'
