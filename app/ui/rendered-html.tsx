import { classNames } from './class-names'
import './rendered-html.css'

/** Vetted text, rendered when it was published. */
export function RenderedHtml({ html, className }: { html: string; className?: string }) {
  const classes = classNames('prose rendered', className)
  // The one place that shows vetted HTML: see app/domain/content/vetting.
  // eslint-disable-next-line no-restricted-syntax
  return <div className={classes} dangerouslySetInnerHTML={{ __html: html }} />
}
