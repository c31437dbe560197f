import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import type { Context } from '~/platform/context/context'
import { translator } from '~/platform/language/i18n'
import { PlanSummary } from './components/plan-summary'
import { readPlans } from './read-plans.server'

const PLACE = /(<div data-foyer-component="PlanTable"[^>]*>)[^<]*(<\/div>)/g

/** A vetted text with the plans where it asks for them by `<PlanTable/>`; the places stay empty without a plan table. */
export async function withPlanTables<Text extends { html: string }>(ctx: Context, text: Text): Promise<Text> {
  if (text.html.search(PLACE) === -1) return text
  const table = await readPlans({ ctx })
  if (table === null) return text
  const summary = renderToStaticMarkup(
    <I18nextProvider i18n={translator(ctx.locale)}>
      <PlanSummary table={table} />
    </I18nextProvider>,
  )
  const html = text.html.replace(PLACE, (_place, open: string, close: string) => open + summary + close)
  return { ...text, html }
}
