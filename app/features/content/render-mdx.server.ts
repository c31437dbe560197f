import { getMDXComponent } from 'mdx-bundler/client/index.js'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import * as jsxRuntime from 'react/jsx-runtime'

import { vetMdx } from '~/domain/content/mdx'
import type { MdxComponentName } from '~/domain/content/vetting/components'
import type { FrontMatter } from '~/domain/content/vetting/front-matter'
import type { Locale } from '~/domain/text'
import { DomainError } from '~/domain/errors'
import { compileMdx } from './compile-mdx.server'
import { mdxComponents } from './components/mdx-components'

export type RenderedMdx = { html: string; frontMatter: FrontMatter }

/**
 * Turns MDX from an author into HTML, once, when it is published. The text is vetted first: what is compiled and evaluated
 * after that holds no code of the author's. Interactive components become placeholders
 * (`data-foyer-component`, `data-props`) that the page brings to life.
 * @throws DomainError `invalid-input` with `details.problems` (code, message, line, column) when the text is refused.
 */
export async function renderMdx(
  source: string,
  components?: readonly MdxComponentName[],
  locale?: Locale,
): Promise<RenderedMdx> {
  const vetted = vetMdx(source, components)
  if (!vetted.ok) {
    throw new DomainError('invalid-input', 'This text is not safe to publish', { problems: vetted.problems })
  }
  const code = await compileMdx(vetted.body, components, locale)
  const Content = getMDXComponent(code, { React: {}, ReactDOM: {}, _jsx_runtime: jsxRuntime })
  const html = renderToStaticMarkup(createElement(Content, { components: mdxComponents }))
  return { html, frontMatter: vetted.frontMatter }
}
