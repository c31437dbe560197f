import { Lock } from 'lucide-react'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { ActionView, LockedView } from '~/domain/demo/screen/blocks/view-parts'
import type { ButtonSize, ButtonTone } from '~/ui/button'
import { Button, buttonClass } from '~/ui/button'
import { classNames } from '~/ui/class-names'
import type { Elements } from '~/ui/elements'
import { Popover } from '~/ui/popover'
import { pointsAt } from '../points-at'
import { useScreen } from './screen-context'
import { Tip } from '../../guide/components/tip'

const TONES: Record<ActionView['tone'], ButtonTone> = {
  primary: 'primary',
  default: 'secondary',
  danger: 'danger',
}

/** The attribute that marks the control the guide points at. */
const POINTED = 'hint-ring'

interface ProductButtonProps {
  action: ActionView
  size?: ButtonSize
  /** Overrides the action's own tone, e.g. quiet inside a row. */
  tone?: ButtonTone
  icon?: Elements
  /** False where the same action is on many rows and help beside the first is enough. */
  tip?: boolean
}

/** A control of the product: sends its event or, when locked, explains the plan that has it. */
export function ProductButton({
  action,
  size = 'medium',
  tone = TONES[action.tone],
  icon,
  tip = true,
}: ProductButtonProps) {
  const { interactive, send, pointer } = useScreen()
  if (action.locked) return <LockedButton label={action.label} locked={action.locked} size={size} />
  const pointed = pointsAt(pointer, action)
  return (
    <span className="inline-flex items-center gap-0.5">
      <Button
        tone={tone}
        size={size}
        icon={icon}
        disabled={!interactive}
        data-control={action.id}
        data-pointed={pointed || undefined}
        className={classNames('relative z-10', pointed && POINTED, !interactive && 'opacity-100!')}
        onClick={() => send(action)}
      >
        {action.label}
      </Button>
      {tip ? <Tip text={action.tip} about={action.label} /> : null}
    </span>
  )
}

/** A locked control: explains what it does on the other plan and links to that plan. */
export function LockedButton({
  label,
  locked,
  size,
}: {
  label: string
  locked: LockedView
  size: ButtonSize
}) {
  const { t } = useTranslation('player')
  const { compareHref } = useScreen()
  return (
    <Popover
      trigger={
        <button
          type="button"
          aria-label={t('locked.label', { label })}
          className={buttonClass('secondary', size, 'border-dashed text-muted')}
        >
          <Lock className="size-3.5" aria-hidden="true" />
          <span>{label}</span>
        </button>
      }
    >
      <p>{locked.reason ?? t('locked.reason', { title: locked.title })}</p>
      {compareHref ? (
        <Link to={compareHref(locked.needs)} className="font-medium text-accent underline underline-offset-4">
          {t('locked.compare')}
        </Link>
      ) : null}
    </Popover>
  )
}
