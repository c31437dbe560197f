import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { DocumentKind } from '~/domain/content/kinds'
import { paths } from '~/paths'
import { Badge } from '~/ui/badge'

/** A document that names a medium. */
export interface ShownUse {
  kind: DocumentKind
  slug: string
  inDraft: boolean
  isLive: boolean
}

/** Which documents name a medium, and where: live, in a draft, or in an older revision alone. */
export function MediumUses({ uses }: { uses: ShownUse[] }) {
  const { t } = useTranslation('media')
  return (
    <section className="grid gap-2" aria-labelledby="medium-uses">
      <h2 id="medium-uses" className="text-title">
        {t('uses.title')}
      </h2>
      {uses.length === 0 ? <p className="text-sm text-muted">{t('uses.none')}</p> : null}
      <ul className="grid gap-1.5 text-sm">
        {uses.map((use) => (
          <li key={`${use.kind}/${use.slug}`} className="flex flex-wrap items-center gap-2">
            <Link
              to={paths.document(use.kind, use.slug)}
              className="underline decoration-line-strong underline-offset-4"
            >
              {use.slug}
            </Link>
            <Where use={use} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Where({ use: { isLive, inDraft } }: { use: ShownUse }) {
  const { t } = useTranslation('media')
  if (isLive) return <Badge tone="good">{t('uses.live')}</Badge>
  return <Badge>{t(inDraft ? 'uses.draft' : 'uses.older')}</Badge>
}
