import { useTranslation } from 'react-i18next'
import { SIMULATED_FLAG } from '~/domain/insight/board-filter'
import { Badge } from '~/ui/badge'

/** The flags of a trial. */
export function FlagList({ flags }: { flags: readonly string[] }) {
  const { t } = useTranslation('boards')
  if (flags.length === 0) return null
  return (
    <span className="flex flex-wrap gap-1">
      {flags.map((flag) => (
        <Badge key={flag} tone={flag === SIMULATED_FLAG ? 'neutral' : 'warn'}>
          {t(`flag.${flag}`, { defaultValue: flag })}
        </Badge>
      ))}
    </span>
  )
}
