import type { ReactElement, ReactNode } from 'react'
import { useId } from 'react'

interface FieldControlProps {
  id: string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

interface FieldProps {
  label: ReactNode
  hint?: ReactNode
  /** The error messages, shown at the field and read with it. */
  errors?: string[] | undefined
  optional?: ReactNode
  id?: string
  children: (control: FieldControlProps) => ReactElement
}

/** A label, its control, a hint and errors, linked for screen readers. */
export function Field({ label, hint, errors, optional, id, children }: FieldProps) {
  const made = useId()
  const controlId = id ?? made
  const invalid = Boolean(errors?.length)
  const hintId = hint ? `${controlId}-hint` : undefined
  const errorId = invalid ? `${controlId}-error` : undefined
  return (
    <div className="grid gap-1.5">
      <label htmlFor={controlId} className="flex items-baseline justify-between text-sm font-medium">
        <span>{label}</span>
        {optional ? <span className="text-xs font-normal text-faint">{optional}</span> : null}
      </label>
      {children({
        id: controlId,
        'aria-invalid': invalid || undefined,
        'aria-describedby': [hintId, errorId].filter(Boolean).join(' ') || undefined,
      })}
      {hint ? (
        <p id={hintId} className="text-xs text-muted">
          {hint}
        </p>
      ) : null}
      {invalid ? (
        <p id={errorId} className="text-xs font-medium text-bad">
          {errors?.join(' ')}
        </p>
      ) : null}
    </div>
  )
}
