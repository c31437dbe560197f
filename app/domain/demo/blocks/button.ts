import type { ActionView, BlockViewBase } from './shared'

export type ButtonView = BlockViewBase & { kind: 'button'; action: ActionView }
