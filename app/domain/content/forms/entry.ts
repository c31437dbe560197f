/** What a form asks for in one place of a YAML file. */
export type Entry =
  /** A text in each language. */
  | { kind: 'text' }
  | { kind: 'line'; min: number; max: number | null; pattern: string | null; format: string | null }
  | { kind: 'number'; whole: boolean; min: number | null; max: number | null }
  | { kind: 'yes-no' }
  /** One of some words. */
  | { kind: 'choice'; options: string[] }
  /** Several of some words. */
  | { kind: 'choices'; options: string[]; min: number }
  | { kind: 'group'; fields: NamedEntry[]; mayBeNull: boolean }
  | { kind: 'list'; item: Entry; min: number; max: number | null }
  /** Values under names of the author's. */
  | { kind: 'map'; value: Entry; names: Entry }
  /** Always the same, so nothing to ask. */
  | { kind: 'fixed' }
  /** What a form does not show: it is edited in the source. */
  | { kind: 'source' }

export interface NamedEntry {
  name: string
  field: Entry
  isRequired: boolean
}
