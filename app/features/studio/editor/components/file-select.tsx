import { useTranslation } from 'react-i18next'
import { SelectInput } from '~/ui/controls'

/** The file list of a narrow screen. */
export function FileSelect({
  files,
  open,
  onOpen,
}: {
  files: string[]
  open: string
  onOpen: (file: string) => void
}) {
  const { t } = useTranslation('studio')
  return (
    <SelectInput aria-label={t('editor.files')} value={open} onChange={(event) => onOpen(event.target.value)}>
      {files.map((file) => (
        <option key={file}>{file}</option>
      ))}
    </SelectInput>
  )
}
