import { postJson } from './post-json'

/** Tells that the page is looked at: once it is shown, not while a browser prepares it. */
export function tellView(): void {
  const { viewTo, viewPath } = document.querySelector<HTMLElement>('[data-view-to]')?.dataset ?? {}
  if (!viewTo || !viewPath) return
  const tell = () => postJson(viewTo, { path: viewPath })
  const page = document as Document & { prerendering?: boolean }
  if (page.prerendering) page.addEventListener('prerenderingchange', tell, { once: true })
  else tell()
}
