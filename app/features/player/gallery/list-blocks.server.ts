import { viewScreen } from '~/domain/demo/screen/view'
import type { Context } from '~/platform/context/context'
import { permit } from '~/platform/context/context'
import type { GalleryCard } from './gallery-views'
import { parseSample } from './sample'
import { sampleDemo } from './sample-demo'
import { startSample } from './sample-run'
import { BLOCK_KINDS, sampleText } from './samples'

/** Every kind of block with its sample drawn in the reader's language. */
export function listBlocks({ ctx }: { ctx: Context }): GalleryCard[] {
  permit(ctx, 'documents.edit')
  return BLOCK_KINDS.map((kind) => {
    const run = startSample(sampleDemo(kind, parseSample(sampleText(kind))), 'filled')
    return { kind, view: viewScreen(run, ctx.locale) }
  })
}
