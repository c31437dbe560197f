import { z } from 'zod'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { startRun } from '~/domain/demo/engine/run'
import type { ScreenView } from '~/domain/demo/screen/view'
import { viewScreen } from '~/domain/demo/screen/view'
import type { Context } from '~/platform/context/context'
import { servedTo } from '~/platform/content/served-content'
import { translator } from '~/platform/language/i18n'
import { verb } from '~/platform/verb/verb'
import { ScreenFrame } from './components/screen-frame'

/**
 * The first screen of a published demo on its last plan, as markup in the visitor's language; null when it is not
 * published.
 */
export const renderGlimpse = verb(
  { permission: 'anyone', input: z.object({ slug: z.string() }) },
  async ({ ctx, input: { slug } }): Promise<string | null> => {
    const revision = await servedTo(ctx).published('demo', slug)
    if (!revision) return null
    const compiled = await ctx.trials.compiled(revision.revisionId)
    const plan = compiled.plans[compiled.plans.length - 1] ?? ''
    return renderScreen(
      ctx,
      viewScreen(startRun(compiled, { plan, seed: 'glimpse', startedAt: 0 }), ctx.locale),
      `glimpse-${slug}`,
    )
  },
)

/** A screen of the product as static markup. `name` makes its ids unique on the page. */
export function renderScreen(
  { locale }: Pick<Context, 'locale'>,
  view: ScreenView,
  name = 'glimpse',
): string {
  return renderToStaticMarkup(
    <I18nextProvider i18n={translator(locale)}>
      <ScreenFrame view={view} interactive={false} />
    </I18nextProvider>,
    { identifierPrefix: name },
  )
}
