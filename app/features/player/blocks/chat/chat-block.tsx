import { useTranslation } from 'react-i18next'
import type { ChatView, MessageView } from '~/domain/demo/screen/blocks/chat'
import { classNames } from '~/ui/class-names'
import { BlockFrame } from '../block-frame'
import { ProductButton } from '../../stage/components/product-button'

/** A conversation with the replies that can be given. */
export function ChatBlock({ block }: { block: ChatView }) {
  const { t } = useTranslation('player')
  return (
    <BlockFrame block={block}>
      <ol className="grid gap-3">
        {block.messages.map((message, index) => (
          <Message key={index} message={message} />
        ))}
      </ol>
      {block.messages.length === 0 ? <p className="text-sm text-muted">{t('chat.empty')}</p> : null}
      {block.replies.length > 0 ? (
        <div
          role="group"
          aria-label={t('chat.replies')}
          className="mt-4 flex flex-wrap gap-2 border-t border-line pt-4"
        >
          {block.replies.map((reply) => (
            <ProductButton key={reply.id} action={reply} size="small" />
          ))}
        </div>
      ) : null}
    </BlockFrame>
  )
}

function Message({ message }: { message: MessageView }) {
  return (
    <li className={classNames('grid max-w-[85%] gap-1', message.mine && 'justify-self-end')}>
      <p className={classNames('flex gap-2 text-xs text-muted', message.mine && 'justify-end')}>
        <span className="font-medium">{message.from.text}</span>
        {message.at ? <span className="tabular-nums">{message.at.text}</span> : null}
      </p>
      <p
        className={classNames(
          'rounded-2xl px-3.5 py-2 text-sm whitespace-pre-line',
          message.mine ? 'rounded-tr-sm bg-accent text-on-accent' : 'rounded-tl-sm bg-sunken',
        )}
      >
        {message.message.text}
      </p>
    </li>
  )
}
