import type { ReactElement } from 'react'
import { RenderedHtml } from '~/ui/rendered-html'
import type { ReadableText } from '../read-text.server'

interface TextArticleProps {
  text: ReadableText
  /** What stands above the title, such as the way back. */
  above?: ReactElement
}

/** A help post or a page, to be read. */
export function TextArticle({ text, above }: TextArticleProps) {
  return (
    <article className="grid max-w-2xl gap-8">
      {above}
      <header className="grid gap-4">
        <h1 className="text-[2rem] leading-[1.12] font-semibold tracking-[-0.025em] sm:text-[2.5rem]">
          {text.title}
        </h1>
        {text.summary ? <p className="text-lg text-muted">{text.summary}</p> : null}
      </header>
      <div lang={text.language}>
        <RenderedHtml html={text.html} className="leading-relaxed" />
      </div>
    </article>
  )
}
