import type { BlockViewBase, LabelledView } from './shared'

/** `facts` is empty when there is nothing to speak of. */
export type DetailView = BlockViewBase & { kind: 'detail'; facts: LabelledView[] }
