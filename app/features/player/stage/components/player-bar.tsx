import { Link } from '@remix-run/react'
import { Ellipsis, LogOut, RotateCcw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { Logo } from '~/ui/logo'
import { Menu, MenuItem } from '~/ui/menu'
import type { QueueStatus } from '../../client/trial-queue'
import { SaveStatus } from './save-status'
import { TaskProgress } from './task-progress'

interface PlayerBarProps {
  title: string
  plan: { name: string; premium: boolean }
  progress: { done: number; total: number }
  /** Null in a preview, where nothing is kept. */
  status: QueueStatus | null
  leaveHref: string
  onStartOver: () => void
}

/** The header of the player: the demo, the plan, the progress and the exits. */
export function PlayerBar({ title, plan, progress, status, leaveHref, onStartOver }: PlayerBarProps) {
  const { t } = useTranslation('player')
  return (
    <header className="flex h-14 shrink-0 items-center gap-3 border-b border-line bg-surface px-4 lg:px-6">
      <Link
        to={leaveHref}
        aria-label={t('bar.leave')}
        className="grid size-9 place-items-center rounded-md hover:bg-sunken pointer-coarse:size-11"
      >
        <Logo />
      </Link>
      <h1 className="truncate text-sm font-semibold">{title}</h1>
      <Badge tone={plan.premium ? 'accent' : 'neutral'}>{plan.name}</Badge>
      <div className="mx-auto hidden w-56 lg:block">
        <TaskProgress {...progress} />
      </div>
      <div className="ml-auto flex items-center gap-1 lg:ml-0">
        {status ? <SaveStatus status={status} /> : null}
        <span className="hidden items-center gap-1 lg:flex">
          <Button
            tone="quiet"
            size="small"
            icon={<RotateCcw className="size-3.5" aria-hidden="true" />}
            onClick={onStartOver}
          >
            {t('bar.startOver')}
          </Button>
          <Link
            to={leaveHref}
            className="inline-flex min-h-8 items-center rounded-md px-2.5 text-sm font-medium text-muted hover:bg-sunken hover:text-ink pointer-coarse:min-h-11"
          >
            {t('bar.leave')}
          </Link>
        </span>
        <span className="lg:hidden">
          <Menu
            trigger={
              <button
                type="button"
                aria-label={t('bar.menu')}
                className="grid size-11 place-items-center rounded-md text-muted hover:bg-sunken"
              >
                <Ellipsis className="size-5" aria-hidden="true" />
              </button>
            }
          >
            <MenuItem onSelect={onStartOver}>
              <RotateCcw className="size-4" aria-hidden="true" />
              <span>{t('bar.startOver')}</span>
            </MenuItem>
            <MenuItem asChild>
              <Link to={leaveHref}>
                <LogOut className="size-4" aria-hidden="true" />
                <span>{t('bar.leave')}</span>
              </Link>
            </MenuItem>
          </Menu>
        </span>
      </div>
    </header>
  )
}
