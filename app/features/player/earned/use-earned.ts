import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Run } from '~/domain/demo/engine/run'
import { localize } from '~/domain/text'
import type { PlayerSession } from '../stage/session'
import type { EarnedTask } from './earned'
import { earnedBy } from './earned'
import type { OtherPlanWork } from './other-plan-work'
import { workDifference } from './other-plan-work'

/** One task that the last step got done, in words. */
export interface EarnedLine {
  id: string
  title: string
  points: number
  /** What the other plan would have done; null where nothing differs. */
  difference: string | null
}

const NOTHING: readonly EarnedTask[] = []

/** What the last step got done, until the next step; where another role takes over, until it has. */
export function useEarned(run: Run, { locale, work }: PlayerSession, handedOver: boolean): EarnedLine[] {
  const { t } = useTranslation('player')
  const [last, setLast] = useState({ run, handedOver, earned: NOTHING })
  if (last.run !== run) {
    const isStep = run.steps !== last.run.steps
    setLast({ run, handedOver, earned: isStep ? earnedBy(last.run, run) : last.earned })
  } else if (last.handedOver && !handedOver) {
    setLast({ run, handedOver, earned: NOTHING })
  }
  const { tasks } = run.compiled.demo
  return last.earned.map(({ id, points }) => ({
    ...{ id, points, title: localize(tasks[id]?.title ?? {}, locale) },
    difference: work && describeDifference(t, work, id),
  }))
}

function describeDifference(t: TFunction<'player'>, work: OtherPlanWork, task: string): string | null {
  const found = workDifference(work, task)
  if (found === null) return null
  if (found.kind === 'itself') return t('earned.itself', { plan: work.name })
  return t(`earned.${found.kind}`, { plan: work.name, count: found.steps })
}
