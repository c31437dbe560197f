import { ArrowRightLeft, ChevronDown, Undo2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { chapterGoal } from '~/domain/demo/proof/chapter-goal'
import { Dialog } from '~/ui/dialog'
import type { PlayerSession } from '../../stage/session'
import type { PlayerHandle } from '../../stage/use-player'
import { chapterItems, type ChapterItem } from '../chapter-items'
import { ChapterList } from './chapter-list'
import { ChapterStrip } from './chapter-strip'
import { JumpNote } from './jump-note'

interface ChapterBarProps {
  player: PlayerHandle
  session: PlayerSession
  /** Starts over at a chapter. */
  onStartAt: (chapter: number) => void
  /** Another plan to which the steps can be carried over. */
  other: { name: string } | null
  onSwitch: () => void
}

/** The demo's parts with what is done and left of each, and the way back and ahead. */
export function ChapterBar({ player, session, onStartAt, other, onSwitch }: ChapterBarProps) {
  const { t } = useTranslation('player')
  const { state, send } = player
  const { run } = state.context
  const [open, setOpen] = useState(false)
  const items = useMemo(
    () => chapterItems(session.chapters, run, session.locale),
    [session.chapters, session.locale, run],
  )
  const playing = state.matches('playing')
  const jump = (item: ChapterItem) => {
    setOpen(false)
    send({ type: 'JUMP', goal: chapterGoal(session.chapters, item) })
  }
  return (
    <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-2 border-b border-line bg-surface px-2 lg:px-4">
      <button
        type="button"
        disabled={!playing || run.kept.length === 0}
        onClick={() => send({ type: 'UNDO' })}
        className="inline-flex min-h-9 items-center gap-1.5 rounded-md px-2.5 text-sm text-muted hover:bg-sunken hover:text-ink disabled:opacity-45 disabled:hover:bg-transparent pointer-coarse:min-h-11"
      >
        <Undo2 className="size-4" aria-hidden="true" />
        <span>{t('chapter.undo')}</span>
      </button>
      {items.length > 0 ? (
        <>
          <ChapterStrip items={items} busy={!playing} onJump={jump} onOpen={() => setOpen(true)} />
          <CurrentChapter items={items} onOpen={() => setOpen(true)} />
        </>
      ) : null}
      {other ? (
        <button
          type="button"
          disabled={!playing}
          onClick={onSwitch}
          className="ml-auto inline-flex min-h-9 items-center gap-1.5 rounded-md px-2.5 text-sm text-muted hover:bg-sunken hover:text-ink disabled:opacity-45 pointer-coarse:min-h-11"
        >
          <ArrowRightLeft className="size-4" aria-hidden="true" />
          <span>{t('chapter.switch', { plan: other.name })}</span>
        </button>
      ) : null}
      <JumpNote {...{ player, session, items }} />
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t('chapter.title')}
        description={t('chapter.lead')}
        closeLabel={t('chapter.close')}
      >
        <ChapterList
          items={items}
          busy={!playing}
          onJump={jump}
          onStartAt={(item) => {
            setOpen(false)
            onStartAt(item.number)
          }}
        />
      </Dialog>
    </div>
  )
}

/** On a phone: the chapter that the trial is in, which opens the list. */
function CurrentChapter({ items, onOpen }: { items: readonly ChapterItem[]; onOpen: () => void }) {
  const { t } = useTranslation('player')
  const item = items.find(({ place }) => place === 'current') ?? items.at(-1)
  if (!item) return null
  const { number, roleName } = item
  return (
    <button
      type="button"
      onClick={onOpen}
      aria-haspopup="dialog"
      className="order-first inline-flex min-h-11 w-full min-w-0 items-center gap-1.5 rounded-md px-2.5 text-sm hover:bg-sunken lg:hidden"
    >
      <span className="truncate">
        {t('chapter.current', { number, total: items.length, role: roleName })}
      </span>
      <ChevronDown className="size-4 shrink-0 text-faint" aria-hidden="true" />
    </button>
  )
}
