import type { BlockKind } from '~/domain/demo/format/schema-blocks'
import type { BlockProperty } from '~/domain/demo/format/block-properties'
import type { Demo } from '~/domain/demo/format/schema'
import type { ScreenView } from '~/domain/demo/screen/view'
import type { Locale } from '~/domain/text'

/** What a cell shows: the sample, the sample without data, or the sample on the plan that lacks its entitlement. */
export type SampleState = 'filled' | 'empty' | 'free'

type ColorScheme = 'light' | 'dark'

/** One drawing of the block. */
export interface GalleryCell {
  state: SampleState
  locale: Locale
  theme: ColorScheme
  width: 'wide' | 'phone'
}

/** One kind on the first page of the gallery. */
export interface GalleryCard {
  kind: BlockKind
  view: ScreenView
}

/** Everything about one kind. */
export interface BlockPage {
  kind: BlockKind
  kinds: BlockKind[]
  /** The source to copy into a demo, and the data that it reads there. */
  source: string
  world: string
  properties: BlockProperty[]
  /** Whether anything in it can be pressed. */
  sends: boolean
  demos: Partial<Record<SampleState, Demo>>
  /** Every cell's initial view, so that server and browser render the same first. */
  views: Partial<Record<SampleState, Record<Locale, ScreenView>>>
  /** The player's words in every language. */
  words: Record<Locale, { player: object }>
}
