import { CircleHelp, MessageCircleQuestion, ThumbsUp, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { REMARK_KINDS } from '~/domain/trial/remark'
import type { RemarkKind } from '~/domain/trial/remark'
import type { RemarkHandle } from '../use-remarks'
import { RemarkNote } from './remark-note'
import { Popover } from '~/ui/popover'

const ICONS = { confusing: CircleHelp, wrong: TriangleAlert, great: ThumbsUp } as const

interface RemarkBarProps {
  remarks: RemarkHandle
  /** Opens a question to a person; null where nobody can be asked. */
  onAsk: (() => void) | null
}

/** Says at one touch what the prospect thinks of the present step, and asks a person. */
export function RemarkBar({ remarks, onAsk }: RemarkBarProps) {
  const { t } = useTranslation('player')
  return (
    <div role="group" aria-label={t('remark.label')} className="flex items-center lg:-mx-2 lg:flex-wrap">
      {REMARK_KINDS.map((kind) => (
        <RemarkButton key={kind} kind={kind} remarks={remarks} onAsk={onAsk} />
      ))}
      {onAsk ? (
        <span className="hidden lg:block">
          <button type="button" onClick={onAsk} className={BUTTON}>
            <MessageCircleQuestion className="size-4" aria-hidden="true" />
            <span>{t('remark.ask')}</span>
          </button>
        </span>
      ) : null}
    </div>
  )
}

const BUTTON =
  'inline-flex size-11 items-center justify-center gap-1.5 rounded-md text-xs text-muted hover:bg-sunken hover:text-ink ' +
  'aria-pressed:text-accent lg:size-auto lg:min-h-8 lg:px-2 lg:pointer-coarse:min-h-11'

function RemarkButton({ kind, remarks, onAsk }: RemarkBarProps & { kind: RemarkKind }) {
  const { t } = useTranslation('player')
  const { current, say } = remarks
  const isSaid = current?.kind === kind
  const Icon = ICONS[kind]
  return (
    <Popover
      label={t('remark.note', { kind: t(`remark.kind.${kind}`) })}
      onOpenChange={(open) => {
        if (open && !isSaid) say(kind)
      }}
      trigger={
        <button type="button" aria-pressed={isSaid} title={t(`remark.hint.${kind}`)} className={BUTTON}>
          <Icon className="size-4" aria-hidden="true" />
          <span className="sr-only lg:not-sr-only">{t(`remark.kind.${kind}`)}</span>
        </button>
      }
    >
      <RemarkNote remarks={remarks} onAsk={onAsk} />
    </Popover>
  )
}
