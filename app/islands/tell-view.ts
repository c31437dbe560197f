import { postJson } from './post-json'
import { whenShown } from './when-shown'

/** Tells that the page is looked at: once it is shown. */
export function tellView(): void {
  const { viewTo, viewPath } = document.querySelector<HTMLElement>('[data-view-to]')?.dataset ?? {}
  if (viewTo && viewPath) whenShown(() => postJson(viewTo, { path: viewPath }))
}
