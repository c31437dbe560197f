import { FastForward, Info } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PlayerSession } from '../../stage/session'
import type { PlayerHandle } from '../../stage/use-player'
import type { ChapterItem } from '../chapter-items'
import { jumpWords } from '../jump-words'

interface JumpNoteProps {
  player: PlayerHandle
  session: PlayerSession
  items: readonly ChapterItem[]
}

/** Says what a jump did, aloud too, until the next step. */
export function JumpNote({ player, session, items }: JumpNoteProps) {
  const { t } = useTranslation('player')
  const { context } = player.state
  const planName = session.planNames[context.run.plan] ?? context.run.plan
  const text = player.state.matches('jumping')
    ? t('chapter.jumping')
    : jumpWords(t, context, { items, planName, locale: session.locale })
  const isStopped = context.jump !== null && (context.jump.shown === null || context.jump.stopped !== null)
  const Icon = isStopped ? Info : FastForward
  return (
    <p role="status" className="w-full text-sm text-muted">
      {text === '' ? null : (
        <span className="flex items-start gap-2 px-2.5 pb-2">
          <Icon className="mt-0.5 size-4 shrink-0 text-accent" aria-hidden="true" />
          <span>{text}</span>
        </span>
      )}
    </p>
  )
}
