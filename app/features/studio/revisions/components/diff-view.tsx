import { useTranslation } from 'react-i18next'
import type { DiffHunk, DiffLine } from '~/domain/content/line-diff'
import { classNames } from '~/ui/class-names'
import type { ChangedFile } from '~/domain/content/changed-files'

/** What differs between two versions, file by file; each opens to its lines. */
export function DiffView({ changes, open = false }: { changes: ChangedFile[]; open?: boolean }) {
  return (
    <div className="grid border-t border-line">
      {changes.map((change) => (
        <FileDiff key={change.file} change={change} open={open} />
      ))}
    </div>
  )
}

function FileDiff({ change, open }: { change: ChangedFile; open: boolean }) {
  const { t } = useTranslation('studio')
  const { file, added, removed } = change
  return (
    <details open={open} className="border-b border-line">
      <summary className="-mx-2 flex flex-wrap items-center gap-x-3 rounded-md px-2 py-2 text-sm hover:bg-sunken">
        <span className="min-w-0 flex-1 font-medium break-all">{file}</span>
        {change.change === 'changed' ? null : (
          <span className="text-xs text-muted">{t(`changes.${change.change}`)}</span>
        )}
        <span className="text-xs tabular-nums" aria-label={t('changes.lines', { added, removed })}>
          <span className="text-good">{`+${added}`}</span> <span className="text-bad">{`−${removed}`}</span>
        </span>
      </summary>
      <div
        role="region"
        aria-label={t('changes.label', { file })}
        // A scrolling region must take focus, or the keyboard cannot scroll it.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        className="mb-3 max-h-[32rem] overflow-auto rounded-lg bg-surface ring-1 ring-line"
      >
        <table className="w-full border-collapse font-mono text-xs leading-relaxed">
          {change.hunks.map((hunk, index) => (
            <Hunk key={index} hunk={hunk} isFirst={index === 0} />
          ))}
        </table>
        {change.left > 0 ? (
          <p className="px-3 py-2 text-xs text-muted">{t('changes.left', { count: change.left })}</p>
        ) : null}
      </div>
    </details>
  )
}

function Hunk({ hunk, isFirst }: { hunk: DiffHunk; isFirst: boolean }) {
  return (
    <tbody>
      {isFirst ? null : (
        <tr aria-hidden="true">
          <td colSpan={4} className="bg-sunken px-3 text-faint select-none">
            ⋯
          </td>
        </tr>
      )}
      {hunk.lines.map((line, index) => (
        <Line key={index} line={line} />
      ))}
    </tbody>
  )
}

const LOOK = {
  same: { row: '', sign: '' },
  added: { row: 'bg-good-soft', sign: '+' },
  removed: { row: 'bg-bad-soft', sign: '−' },
} as const

function Line({ line }: { line: DiffLine }) {
  const { row, sign } = LOOK[line.kind]
  const number = 'w-10 px-2 text-right align-top text-muted tabular-nums select-none'
  return (
    <tr className={row}>
      <td className={number}>{'before' in line ? line.before : ''}</td>
      <td className={number}>{'after' in line ? line.after : ''}</td>
      <td className="w-4 text-center align-top text-muted">{sign}</td>
      <td
        className={classNames('pr-3 break-words whitespace-pre-wrap', line.kind === 'same' && 'text-muted')}
      >
        {line.text}
      </td>
    </tr>
  )
}
