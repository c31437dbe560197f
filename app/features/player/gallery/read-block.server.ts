import { z } from 'zod'
import { blockProperties } from '~/domain/demo/format/block-properties'
import type { Demo } from '~/domain/demo/format/schema'
import type { BlockKind } from '~/domain/demo/format/schema-blocks'
import type { ScreenView } from '~/domain/demo/screen/view'
import { viewScreen } from '~/domain/demo/screen/view'
import { DomainError } from '~/domain/errors'
import type { Locale } from '~/domain/text'
import { LOCALES } from '~/domain/text'
import { translator } from '~/platform/language/i18n'
import { verb } from '~/platform/verb/verb'
import type { BlockPage, SampleState } from './gallery-views'
import { parseSample } from './sample'
import { emptyDemo, sampleDemo } from './sample-demo'
import { startSample } from './sample-run'
import { blockSource, worldSource } from './sample-source'
import { BLOCK_KINDS, isBlockKind, sampleText } from './samples'

/** One kind of block: its sample in every state, its source, and its properties. */
export const readBlock = verb(
  { permission: 'documents.edit', input: z.object({ kind: z.string() }) },
  ({ input: { kind } }): BlockPage => {
    if (!isBlockKind(kind)) throw new DomainError('not-found', `There is no block ${kind}.`, { kind })
    const demos = statesOf(kind)
    const views = Object.entries(demos).map(([state, demo]) => [state, viewsOf(demo, state as SampleState)])
    const text = sampleText(kind)
    return {
      kind,
      kinds: BLOCK_KINDS,
      source: blockSource(text),
      world: worldSource(text),
      properties: blockProperties(kind),
      sends: Object.keys(demos.filled?.machine.states.shown?.on ?? {}).length > 0,
      demos,
      views: Object.fromEntries(views) as BlockPage['views'],
      words: byLocale((locale) => ({
        player: translator(locale).getResourceBundle(locale, 'player') as object,
      })),
    }
  },
)

/** The locked cell is shown only if the block needs an entitlement. */
function statesOf(kind: BlockKind): Partial<Record<SampleState, Demo>> {
  const sample = parseSample(sampleText(kind))
  const filled = sampleDemo(kind, sample)
  const empty = emptyDemo(filled, sample)
  return sample.entitlements ? { filled, empty, free: filled } : { filled, empty }
}

function viewsOf(demo: Demo, state: SampleState): Record<Locale, ScreenView> {
  const run = startSample(demo, state)
  return byLocale((locale) => viewScreen(run, locale))
}

function byLocale<T>(make: (locale: Locale) => T): Record<Locale, T> {
  return Object.fromEntries(LOCALES.map((locale) => [locale, make(locale)])) as Record<Locale, T>
}
