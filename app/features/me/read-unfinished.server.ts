import { z } from 'zod'
import { fixedT } from '~/platform/language/i18n'
import { paths } from '~/paths'
import { verb } from '~/platform/verb/verb'
import { listMyTrials } from './list-my-trials.server'

const inputSchema = z.object({ demo: z.string().max(80).nullable() })

/** The way to a trial, in words of the visitor's language, by the parts of the place that they fill. */
export interface UnfinishedTrial {
  href: string
  parts: Record<'label' | 'title' | 'tasks' | 'go', string>
}

/** The latest unfinished trial of this browser, of any demo or of one; null when there is none. */
export const readUnfinished = verb(
  { permission: 'anyone', input: inputSchema },
  async ({ ctx, input: { demo } }): Promise<UnfinishedTrial | null> => {
    const trials = await listMyTrials({ ctx })
    const trial = trials.find((one) => !one.finished && (demo === null || one.demoSlug === demo))
    if (!trial) return null
    const t = fixedT(ctx.locale, 'center')
    const { id, title, planName, tasksDone, taskCount } = trial
    return {
      href: paths.trial(id),
      parts: {
        label: t('continue.label'),
        title: `${title}, ${planName}`,
        tasks: t('continue.tasks', { done: tasksDone, count: taskCount }),
        go: t('continue.go'),
      },
    }
  },
)
