import type { BackdropView, BlockView } from '~/domain/demo/screen/view'
import { arrangeBlocks, splitHead } from '../arrange-blocks'
import { BlockByKind } from '../../blocks/block-by-kind'
import { ButtonRow } from '../../blocks/button/button-row'
import { FormBlock } from '../../blocks/form/form-block'

/** One screen of the product: its title with its first buttons, and its blocks. */
export function ScreenPane({ pane, behind = false }: { pane: BackdropView; behind?: boolean }) {
  const { head, body } = splitHead(pane.blocks)
  return (
    <div className="@container mx-auto grid max-w-5xl gap-4 px-4 py-5 lg:px-7 lg:py-6">
      <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        {/* Receives the focus after a step, so that a screen reader continues from here. */}
        <h2
          data-screen-heading={behind ? undefined : true}
          tabIndex={-1}
          className="scroll-mt-6 text-xl font-semibold tracking-tight outline-none"
        >
          {pane.title}
        </h2>
        {head.length > 0 ? <ButtonRow blocks={head} /> : null}
      </header>
      <PaneBands blocks={body} />
    </div>
  )
}

/** The blocks of a screen, row by row. */
export function PaneBands({ blocks }: { blocks: readonly BlockView[] }) {
  return arrangeBlocks(blocks).map((band, index) => {
    if (band.kind === 'buttons') return <ButtonRow key={index} blocks={band.blocks} />
    if (band.kind === 'form') return <FormBlock key={band.block.id} block={band.block} beside={band.beside} />
    if (band.kind === 'single') return <BlockByKind key={band.block.id} block={band.block} />
    return (
      <div key={index} className="grid items-start gap-4 @2xl:grid-cols-2">
        {band.blocks.map((block) => (
          <BlockByKind key={block.id} block={block} />
        ))}
      </div>
    )
  })
}
