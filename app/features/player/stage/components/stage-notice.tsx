import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import type { PlayerHandle } from '../use-player'

/** Tells the prospect about a problem between this page and the server. */
export function StageNotice({ player }: { player: PlayerHandle }) {
  const { t } = useTranslation('player')
  const { state, send } = player
  if (state.matches({ problem: 'failed' })) {
    return (
      <Band>
        <Notice
          tone="warn"
          title={t('problem.title')}
          live
          action={
            <Button size="small" onClick={() => send({ type: 'RETRY' })}>
              {t('problem.retry')}
            </Button>
          }
        >
          {t('problem.text')}
        </Notice>
      </Band>
    )
  }
  if (!state.context.recovered) return null
  return (
    <Band>
      <Notice tone="accent" title={t('recovered.title')} live>
        {t('recovered.text')}
      </Notice>
    </Band>
  )
}

function Band({ children }: { children: ReactNode }) {
  return <div className="p-3 lg:p-0 lg:pb-4">{children}</div>
}
