import { Form } from '@remix-run/react'
import { Columns2 } from 'lucide-react'
import type { ReactElement } from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { CheckboxInput } from '~/ui/controls'

/** The box of one trial. */
export type CompareBox = (trial: { id: string; started: string }) => ReactElement

/** A list in which two trials can be chosen, to see them side by side. */
export function CompareChoice({
  first,
  children,
}: {
  /** Chosen already. */
  first: string | undefined
  children: (box: CompareBox) => ReactElement
}) {
  const { t } = useTranslation('boards')
  const [chosen, setChosen] = useState<readonly string[]>(first === undefined ? [] : [first])
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id].slice(-2))
  const box: CompareBox = ({ id, started }) => (
    <CheckboxInput
      aria-label={t('compare.choose', { started })}
      checked={chosen.includes(id)}
      onChange={() => toggle(id)}
      className="pointer-coarse:size-6"
    />
  )
  return (
    <div className="grid gap-2">
      <Form
        method="get"
        action={paths.compareTrials({})}
        className="flex min-h-9 flex-wrap items-center gap-3 text-sm"
      >
        {chosen.map((id) => (
          <input key={id} type="hidden" name="trial" value={id} />
        ))}
        {chosen.length === 2 ? (
          <Button type="submit" size="small" icon={<Columns2 aria-hidden="true" className="size-4" />}>
            {t('compare.two')}
          </Button>
        ) : (
          <p className="text-xs text-muted">{t(chosen.length === 1 ? 'compare.another' : 'compare.hint')}</p>
        )}
      </Form>
      {children(box)}
    </div>
  )
}
