import type { Control } from '../control'
import type { Json } from '~/domain/json'
import type { Presenter } from '../presenter'
import type { ChatSpec } from '../../format/blocks/chat.schema'
import { isLocked, pressControl, wants, type BlockPlace } from './block-place'
import type { ActionView, BlockViewBase, ValueView } from './view-parts'

export type MessageView = { from: ValueView; message: ValueView; at: ValueView | null; mine: boolean }
export type ChatView = BlockViewBase & { kind: 'chat'; messages: MessageView[]; replies: ActionView[] }

export function chatControls(block: ChatSpec, place: BlockPlace): Control[] {
  return (block.replies ?? []).flatMap((reply, index) => {
    const id = `${place.at}.replies.${index}`
    const shown = wants(place, reply.send) && place.reader.test(reply.if, `${id}.if`)
    return shown && !isLocked(reply, id, place) ? [pressControl('reply', reply, id, place)] : []
  })
}

export function chatView(block: ChatSpec, at: string, presenter: Presenter): ChatView {
  const { reader } = presenter
  const replies = (block.replies ?? []).flatMap((reply, index) => {
    const id = `${at}.replies.${index}`
    return reader.test(reply.if, `${id}.if`) ? [presenter.action(reply, id, reply.with ?? null)] : []
  })
  const messages = reader.rows(block.rows, `${at}.rows`).map((row) => messageView(block, at, presenter, row))
  return { kind: 'chat', ...presenter.base(block, at), messages, replies }
}

function messageView(block: ChatSpec, at: string, presenter: Presenter, row: Json): MessageView {
  return {
    from: presenter.shown(block.from, `${at}.from`, row),
    message: presenter.shown(block.message, `${at}.message`, row),
    at: block.at === undefined ? null : presenter.value(block.at, 'datetime', `${at}.at`, row),
    mine: block.mine !== undefined && presenter.reader.test(block.mine, `${at}.mine`, row),
  }
}
