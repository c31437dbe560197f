import { viewScreen } from '~/domain/demo/screen/view'
import { verb } from '~/platform/verb/verb'
import type { GalleryCard } from './gallery-views'
import { parseSample } from './sample'
import { sampleDemo } from './sample-demo'
import { startSample } from './sample-run'
import { BLOCK_KINDS, sampleText } from './samples'

/** Every kind of block with its sample drawn in the reader's language. */
export const listBlocks = verb({ permission: 'documents.edit' }, ({ ctx }): GalleryCard[] =>
  BLOCK_KINDS.map((kind) => {
    const run = startSample(sampleDemo(kind, parseSample(sampleText(kind))), 'filled')
    return { kind, view: viewScreen(run, ctx.locale) }
  }),
)
