import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { startRun } from '~/domain/demo/run'
import { viewScreen } from '~/domain/demo/view'
import type { VerbArgs } from '~/server/context'
import { translator } from '~/server/i18n'
import { ScreenFrame } from './components/screen-frame'

/** The screen on which a published demo begins, on its last plan, as markup in the visitor's language; null when it is not published. */
export async function renderGlimpse({ ctx, input }: VerbArgs<{ slug: string }>): Promise<string | null> {
  const revision = await ctx.content.published('demo', input.slug)
  if (!revision) return null
  const compiled = await ctx.trials.compiled(revision.revisionId)
  const plan = compiled.plans[compiled.plans.length - 1] ?? ''
  const view = viewScreen(startRun(compiled, { plan, seed: 'glimpse', startedAt: 0 }), ctx.locale)
  return renderToStaticMarkup(
    <I18nextProvider i18n={translator(ctx.locale)}>
      <ScreenFrame view={view} interactive={false} />
    </I18nextProvider>,
    { identifierPrefix: 'glimpse' },
  )
}
