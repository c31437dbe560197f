import type { ActionView, BlockViewBase, ValueView } from './shared'

export type MessageView = { from: ValueView; message: ValueView; at: ValueView | null; mine: boolean }
export type ChatView = BlockViewBase & { kind: 'chat'; messages: MessageView[]; replies: ActionView[] }
