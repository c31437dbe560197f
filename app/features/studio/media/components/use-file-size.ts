import { useTranslation } from 'react-i18next'

const KB = 1024

/** Bytes as people read them, in the reader's language. */
export function useFileSize(): (bytes: number) => string {
  const { i18n } = useTranslation()
  return (bytes) => {
    const [value, unit] = bytes < KB * KB ? [bytes / KB, 'kilobyte'] : [bytes / KB / KB, 'megabyte']
    const options = { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 } as const
    return new Intl.NumberFormat(i18n.language, options).format(value)
  }
}
