import type { ButtonView } from '~/domain/demo/screen/blocks/button'
import { ProductButton } from '../../stage/components/product-button'
import { RefusalNote } from '../../stage/components/refusal-note'

/** Consecutive buttons of the demo are shown in one row. */
export function ButtonRow({ blocks }: { blocks: ButtonView[] }) {
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        {blocks.map((block) => (
          <ProductButton key={block.id} action={block.action} />
        ))}
      </div>
      {blocks.map((block) => (
        <RefusalNote key={block.id} block={block.id} />
      ))}
    </div>
  )
}
