import { bundleMDX } from 'mdx-bundler'

import { MDX_COMPONENT_NAMES, type MdxComponentName } from '~/domain/content/vetting/components'
import { MARKDOWN_PLUGINS } from '~/domain/content/vetting/markdown'
import type { Locale } from '~/domain/text'
import { accessibleMarkdown } from './accessible-markdown.server'
import { footnoteOptions, markOf } from './footnotes.server'
import { headingIds } from './heading-ids.server'
import { refuseImports } from './refuse-imports.server'
import { refuseUnvetted } from './refuse-unvetted.server'

/**
 * Compiles the body of vetted MDX to code for `getMDXComponent`. Give it a body only, never a whole file: a blank line is
 * put before it, so that mdx-bundler finds no front matter, and its front-matter readers are removed or disarmed.
 * @throws Error when the body holds anything that vetting refuses.
 */
export async function compileMdx(
  body: string,
  components: readonly MdxComponentName[] = MDX_COMPONENT_NAMES,
  locale: Locale = 'en',
): Promise<string> {
  const { code } = await bundleMDX({
    source: `\n${body}`,
    grayMatterOptions: () => ({
      engines: { yaml: noFrontMatter, json: noFrontMatter, javascript: noFrontMatter },
    }),
    mdxOptions: () => ({
      remarkPlugins: [...MARKDOWN_PLUGINS, [refuseUnvetted, components]],
      remarkRehypeOptions: footnoteOptions(body, locale),
      rehypePlugins: [headingIds, [accessibleMarkdown, markOf(body)]],
      jsxImportSource: 'react',
    }),
    esbuildOptions: (options) => ({
      ...options,
      logLevel: 'silent',
      plugins: [refuseImports, ...(options.plugins ?? [])],
    }),
  })
  return code
}

function noFrontMatter(): never {
  throw new Error('front matter must be read before compiling')
}
