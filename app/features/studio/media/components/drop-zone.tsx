import { ImageUp } from 'lucide-react'
import type { DragEvent } from 'react'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '~/ui/class-names'

const ACCEPTED = '.png,.jpg,.jpeg,.webp,.avif,.svg,.mp4,.webm'

interface DropZoneProps {
  error: string | null
  /** The sizes that are taken. */
  hint: string
}

/** Chooses one file, by its button or by dropping it. It is sent as `file`. */
export function DropZone({ error, hint }: DropZoneProps) {
  const { t } = useTranslation('media')
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const over = (event: DragEvent) => {
    event.preventDefault()
    setOver(event.type === 'dragover')
  }
  const drop = (event: DragEvent) => {
    over(event)
    if (input.current && event.dataTransfer.files.length > 0) input.current.files = event.dataTransfer.files
  }
  return (
    <div
      onDragOver={over}
      onDragLeave={over}
      onDrop={drop}
      className={classNames(
        'grid justify-items-center gap-2 rounded-xl border-2 border-dashed px-4 py-6 text-center text-sm',
        isOver ? 'border-accent bg-accent-soft' : 'border-line-strong',
      )}
    >
      <ImageUp className="size-7 text-faint" aria-hidden="true" />
      <label htmlFor={id} className="font-medium">
        {t('upload.choose')}
      </label>
      <input
        ref={input}
        id={id}
        type="file"
        name="file"
        accept={ACCEPTED}
        required
        aria-describedby={error ? `${id}-error` : `${id}-hint`}
        aria-invalid={error ? true : undefined}
        className="max-w-full text-sm file:mr-3 file:min-h-9 file:rounded-md file:border-0 file:bg-sunken file:px-3 file:font-medium file:text-ink pointer-coarse:file:min-h-11"
      />
      <p id={`${id}-hint`} className="max-w-prose text-xs text-muted">
        {hint}
      </p>
      {error ? (
        <p id={`${id}-error`} role="alert" className="text-xs font-medium text-bad">
          {error}
        </p>
      ) : null}
    </div>
  )
}
