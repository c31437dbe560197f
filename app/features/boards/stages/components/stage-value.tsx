import { useTranslation } from 'react-i18next'
import type { ConversionValue } from '~/domain/insight/conversion-value'
import type { BoardFormat } from '../../figures/board-format'
import { ConversionValueText } from '../../figures/components/conversion-value-text'
import type { BoardQuery } from '../../filter/board-query'

interface StageValueProps {
  value: ConversionValue
  query: BoardQuery
  format: BoardFormat
}

/** What the converted brought in, and those that converted early. */
export function StageValue(props: StageValueProps) {
  const { t } = useTranslation('stages')
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-2">
      {(['valued', 'early-valued'] as const).map((state) => (
        <div key={state} className="contents">
          <dt>{t(`value.${state}`)}</dt>
          <dd className="text-ink tabular-nums">
            <ConversionValueText {...props} state={state} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
