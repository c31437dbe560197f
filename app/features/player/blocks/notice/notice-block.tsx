import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { NoticeView } from '~/domain/demo/screen/blocks/notice'
import type { Tone } from '~/domain/demo/format/schema-values'
import type { BadgeTone as UiTone } from '~/ui/badge'
import { Notice } from '~/ui/notice'
import { useScreen } from '../../stage/components/screen-context'

const TONES: Record<Tone, UiTone> = {
  neutral: 'neutral',
  info: 'accent',
  success: 'good',
  warning: 'warn',
  danger: 'bad',
}

/** A message of the product, with a link to what another plan includes. */
export function NoticeBlock({ block }: { block: NoticeView }) {
  const { t } = useTranslation('player')
  const { featureHref } = useScreen()
  return (
    <Notice tone={TONES[block.tone]} title={block.title ?? undefined} live>
      <p className="text-ink">{block.text}</p>
      {block.feature && featureHref ? (
        <Link
          to={featureHref(block.feature)}
          className="font-medium text-accent underline underline-offset-4"
        >
          {t('locked.compare')}
        </Link>
      ) : null}
    </Notice>
  )
}
