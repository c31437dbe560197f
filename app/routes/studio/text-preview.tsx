import { Link, useLoaderData } from '@remix-run/react'
import { ArrowLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { DomainError } from '~/domain/errors'
import { TextArticle } from '~/features/content/components/text-article'
import { withPlanTables } from '~/features/pricing/with-plan-tables.server'
import { previewText } from '~/features/studio/preview/preview-text.server'
import { paths } from '~/paths'
import { defineLoader } from '~/platform/http/define-loader'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { siteTitle } from '~/ui/site-title'
import type { PageMatches } from '~/ui/site-title'

export const handle = { i18n: ['studio', 'center'] }

export const loader = defineLoader('documents.read', async ({ ctx, params, url }) => {
  const { kind, slug = '' } = params
  if (kind !== 'help' && kind !== 'page') throw new DomainError('not-found', 'There is no such preview.')
  const locale = url.searchParams.get('locale') ?? undefined
  const preview = await previewText({ ctx, input: { kind, slug, locale } })
  return { kind, slug, ...preview, text: preview.text && (await withPlanTables(ctx, preview.text)) }
})

export const meta = ({ data, matches }: { data?: { slug: string }; matches: PageMatches }) => [
  siteTitle(matches, data?.slug),
  { name: 'robots', content: 'noindex' },
]

export default function TextPreview() {
  const { kind, slug, text } = useLoaderData<typeof loader>()
  const { t } = useTranslation('studio')
  const back = paths.document(kind, slug)
  return (
    <>
      <PreviewBar back={back} />
      <main className="mx-auto max-w-6xl px-5 py-10 sm:px-8 sm:py-16">
        {text ? (
          <TextArticle text={{ slug, ...text }} />
        ) : (
          <EmptyState
            title={t('preview.brokenPage')}
            action={
              <LinkButton to={back} tone="primary">
                {t('preview.back')}
              </LinkButton>
            }
          />
        )}
      </main>
    </>
  )
}

function PreviewBar({ back }: { back: string }) {
  const { kind, slug, draftVersion, locales, text } = useLoaderData<typeof loader>()
  const { t } = useTranslation('studio')
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-x-4 bg-ink px-4 text-xs text-canvas">
      <Link to={back} className="inline-flex min-h-9 items-center gap-1.5 font-medium hover:underline">
        <ArrowLeft className="size-3.5" aria-hidden="true" />
        <span>{t('preview.back')}</span>
      </Link>
      <span>{t('preview.draft', { version: draftVersion })}</span>
      <nav aria-label={t('preview.language')} className="ml-auto flex gap-1">
        {locales.map((locale) => (
          <Link
            key={locale}
            to={paths.previewText(kind, slug, { locale })}
            aria-current={locale === text?.language ? 'true' : undefined}
            className="inline-flex min-h-9 items-center px-2 uppercase opacity-70 hover:underline aria-[current=true]:font-medium aria-[current=true]:opacity-100"
          >
            {locale}
          </Link>
        ))}
      </nav>
    </div>
  )
}
