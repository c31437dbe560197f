import { useTranslation } from 'react-i18next'
import { REPLAY_MARKS } from '~/domain/insight/replay-marks'
import { CheckboxInput } from '~/ui/controls'
import { Dialog } from '~/ui/dialog'
import { MARK_KEYS } from '../replay-keys'
import type { ReplayControl } from '../use-replay-control'

/** The keys of a replay, and a switch for those of one letter. */
export function ReplayKeyHelp({ control }: { control: ReplayControl }) {
  const { t } = useTranslation('boards')
  const general = [
    { keys: ['←', '→'], does: t('replay.keys.steps') },
    { keys: ['Home', 'End'], does: t('replay.keys.ends') },
  ]
  const letters = [
    { keys: [t('replay.keys.space'), 'K'], does: t('replay.keys.play') },
    { keys: ['+', '-'], does: t('replay.keys.speed') },
    ...REPLAY_MARKS.map((kind) => ({
      keys: [MARK_KEYS[kind].toUpperCase()],
      does: t(`replay.keys.next.${kind}`),
    })),
    { keys: ['?'], does: t('replay.keys.help') },
  ]
  return (
    <Dialog
      open={control.helpOpen}
      onOpenChange={control.setHelpOpen}
      title={t('replay.keys.title')}
      description={t('replay.keys.text')}
      closeLabel={t('replay.keys.close')}
    >
      <KeyList rows={general} />
      <label className="my-3 flex min-h-9 items-center gap-2 text-sm">
        <CheckboxInput
          checked={control.letters}
          onChange={({ currentTarget: { checked } }) => control.setLetters(checked)}
        />
        <span>{t('replay.keys.letters')}</span>
      </label>
      {control.letters ? <KeyList rows={letters} /> : null}
    </Dialog>
  )
}

function KeyList({ rows }: { rows: readonly { keys: readonly string[]; does: string }[] }) {
  return (
    <dl className="grid gap-1.5 text-sm">
      {rows.map(({ keys, does }) => (
        <div key={does} className="flex items-baseline justify-between gap-4">
          <dt className="order-last flex gap-1">
            {keys.map((key) => (
              <kbd key={key} className="rounded bg-sunken px-1.5 py-0.5 font-sans text-xs text-muted">
                {key}
              </kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  )
}
