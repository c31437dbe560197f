import { Link } from '@remix-run/react'
import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { CHANNEL_LEVELS } from '~/domain/insight/attribution/channel-level'
import type { ChannelPath } from '~/domain/insight/attribution/channel-place'
import type { ChannelNode } from '~/domain/insight/attribution/channel-tree'
import { UNKNOWN_CHANNEL } from '~/domain/trial/channels'
import { classNames } from '~/ui/class-names'
import type { ValueNames } from '../../filter/filter-fields'

interface ChannelNameProps {
  node: ChannelNode
  nameOf: ValueNames
  open: boolean
  /** Opens or closes the rows below; null where there are none. */
  to: string | null
}

const INDENTS = { channel: '', source: 'pl-6', campaign: 'pl-12' } as const

/** The name of a row, which opens the rows below it in place. */
export function ChannelName({ node: { path, level }, nameOf, open, to }: ChannelNameProps) {
  const { t } = useTranslation('boards')
  const name = useRowName(nameOf)(path)
  const text = (
    <span className={classNames('max-w-64 break-words', path.at(-1) === null && 'text-muted italic')}>
      {name}
    </span>
  )
  const below = CHANNEL_LEVELS[path.length]
  const style = classNames('flex min-h-6 items-start gap-1.5', INDENTS[level])
  if (to === null || below === undefined) {
    return (
      <span className={style}>
        <span className="w-4 shrink-0" />
        {text}
      </span>
    )
  }
  return (
    <Link
      to={to}
      preventScrollReset
      aria-expanded={open}
      title={t(`channels.${open ? 'close' : 'open'}.${below}`)}
      className={classNames(style, level === 'channel' && 'font-medium', 'hover:text-accent')}
    >
      <ChevronRight
        aria-hidden="true"
        className={classNames('mt-0.5 size-4 shrink-0 text-faint transition-transform', open && 'rotate-90')}
      />
      {text}
    </Link>
  )
}

/** Names a row. What a visitor's address said is shown as it is. */
export function useRowName(nameOf: ValueNames): (path: ChannelPath) => string {
  const { t } = useTranslation('boards')
  return (path) => {
    const [channel, ...names] = path
    if (names.length === 0) return nameOf('channel', channel ?? UNKNOWN_CHANNEL)
    return names.at(-1) ?? t(channel === UNKNOWN_CHANNEL ? 'channels.notKept' : 'channels.none')
  }
}
