import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { classNames } from '~/ui/class-names'
import type { Elements } from '~/ui/elements'
import type { FileGroups, LocaleFile } from '../file-groups'
import { AddGuide } from './add-guide'

/** What the list says of a file beside its name. */
export interface FileMarks {
  errors: ReadonlySet<string>
  warnings: ReadonlySet<string>
  dirty: ReadonlySet<string>
}

interface FileListProps {
  groups: FileGroups
  open: string
  marks: FileMarks
  canEdit: boolean
  hrefOf: (file: string) => string
  onAdd: (file: string) => void
}

/** The files of a document; a guide or text shows its languages beside its name. */
export function FileList(props: FileListProps) {
  const { groups, canEdit, onAdd } = props
  const { t } = useTranslation('studio')
  return (
    <nav aria-label={t('editor.files')} className="grid content-start gap-4 overflow-y-auto pb-4 text-sm">
      {groups.source ? <SourceLink {...props} file={groups.source} /> : null}
      {groups.texts.length > 0 ? <FileRow {...props} name={t('editor.texts')} files={groups.texts} /> : null}
      {groups.source === 'demo.yaml' ? (
        <FileSection title={t('editor.guides')}>
          {groups.guides.map(({ name, files }) => (
            <FileRow key={name} {...props} name={name} files={files} />
          ))}
          {canEdit ? <AddGuide onAdd={onAdd} taken={groups.guides.map((guide) => guide.name)} /> : null}
        </FileSection>
      ) : null}
    </nav>
  )
}

function FileSection({ title, children }: { title: string; children: Elements }) {
  return (
    <div className="grid gap-0.5">
      <p className="px-2 pb-1 text-xs font-medium text-faint">{title}</p>
      {children}
    </div>
  )
}

interface FileLinkProps extends Pick<FileListProps, 'open' | 'hrefOf'> {
  file: string
  label?: string
  className: string
  children: Elements
}

/** Opens a file in place of the open one, where the reader is. */
function FileLink({ file, open, hrefOf, label, ...rest }: FileLinkProps) {
  return (
    <Link
      to={hrefOf(file)}
      replace
      preventScrollReset
      aria-current={open === file ? 'true' : undefined}
      aria-label={label}
      {...rest}
    />
  )
}

function SourceLink({ file, open, marks, hrefOf }: FileListProps & { file: string }) {
  return (
    <FileLink
      {...{ file, open, hrefOf }}
      className="flex min-h-8 items-center gap-2 rounded-md px-2 font-medium text-muted hover:bg-sunken aria-[current]:bg-sunken aria-[current]:text-ink pointer-coarse:min-h-11"
    >
      <span>{file}</span>
      <Mark file={file} marks={marks} />
    </FileLink>
  )
}

function FileRow({ name, files, ...props }: FileListProps & { name: string; files: LocaleFile[] }) {
  const isOpen = files.some((one) => one.file === props.open)
  return (
    <div
      className={classNames('flex min-h-8 items-center gap-1 rounded-md pr-1 pl-2', isOpen && 'bg-sunken')}
    >
      <span
        className={classNames('min-w-0 flex-1 truncate', isOpen ? 'font-medium' : 'text-muted')}
        title={name}
      >
        {name}
      </span>
      {files.map((file) => (
        <LocaleLink key={file.file} {...props} {...file} name={name} />
      ))}
    </div>
  )
}

const CHIP = 'relative grid size-6 place-items-center rounded text-xs tabular-nums pointer-coarse:size-11'

function LocaleLink({
  file,
  locale,
  exists,
  open,
  marks,
  canEdit,
  hrefOf,
  onAdd,
}: FileListProps & LocaleFile & { name: string }) {
  const { t } = useTranslation('studio')
  if (exists) {
    return (
      <FileLink
        {...{ file, open, hrefOf }}
        label={t('editor.openFile', { file })}
        className={classNames(
          CHIP,
          'text-muted hover:bg-line aria-[current]:bg-accent aria-[current]:text-on-accent',
        )}
      >
        <span>{locale}</span>
        <Mark file={file} marks={marks} corner />
      </FileLink>
    )
  }
  if (!canEdit) return null
  return (
    <button
      type="button"
      onClick={() => onAdd(file)}
      aria-label={t('editor.addLocale', { file })}
      className={classNames(
        CHIP,
        'text-faint outline-1 -outline-offset-1 outline-line-strong outline-dashed hover:text-ink',
      )}
    >
      {locale}
    </button>
  )
}

/** A dot: red for errors, amber for warnings, accent for changes that are not saved. */
function Mark({ file, marks, corner = false }: { file: string; marks: FileMarks; corner?: boolean }) {
  const { t } = useTranslation('studio')
  const state = marks.errors.has(file)
    ? 'error'
    : marks.dirty.has(file)
      ? 'dirty'
      : marks.warnings.has(file)
        ? 'warning'
        : null
  if (!state) return null
  const { colour, words } = {
    error: { colour: 'bg-bad', words: t('editor.hasErrors') },
    dirty: { colour: 'bg-accent', words: t('editor.changedFile') },
    warning: { colour: 'bg-warn', words: t('editor.hasWarnings') },
  }[state]
  return (
    <span
      className={classNames(
        'size-1.5 rounded-full',
        colour,
        corner && 'absolute top-0.5 right-0.5 ring-1 ring-canvas',
      )}
    >
      <span className="sr-only">{words}</span>
    </span>
  )
}
