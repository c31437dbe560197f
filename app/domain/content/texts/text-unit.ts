import type { YamlPath } from '../edit/yaml-change'
import type { Text } from '~/domain/text'

/** One text of a document in all of its languages. */
export interface TextUnit {
  /** Names the text while others are added, removed and moved around it. */
  key: string
  place:
    | { in: 'yaml'; file: string; path: YamlPath }
    /** A value of the front matter of each language's file. */
    | { in: 'front-matter'; name: 'title' | 'summary' }
    /** The file of each language; that of a guide by its name. */
    | { in: 'file'; guide: string | null }
  values: Text
}
