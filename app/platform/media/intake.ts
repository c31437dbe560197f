import type { MediumEnding, MediumKind } from '~/domain/content/medium'

/** What was made of an upload: nothing of what came in is kept as it was. */
export interface Intake {
  kind: MediumKind
  ending: MediumEnding
  contentType: string
  width: number
  height: number
  seconds: number | null
  /** Names of what was taken out, for the person who uploaded it. */
  removed: string[]
  /** From the narrowest to the full size. */
  files: { bytes: Uint8Array; width: number }[]
}
