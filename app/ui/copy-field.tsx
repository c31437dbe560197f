import { Copy } from 'lucide-react'
import { useId } from 'react'
import { Button } from './button'
import { TextInput } from './controls'

interface CopyFieldProps {
  label: string
  /** Shows the label to screen readers only, where the context already names the field. */
  labelHidden?: boolean
  value: string
  /** The text of the button. */
  copy: string
  /** Called when the value was copied: announce it in a `role="status"` that is already on the page. */
  onCopied: () => void
}

/** A text to copy: a read-only field that selects itself on focus, and a copy button. */
export function CopyField({ label, labelHidden, value, copy, onCopied }: CopyFieldProps) {
  const id = useId()
  return (
    <>
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'text-sm font-medium'}>
        {label}
      </label>
      <div className="flex flex-wrap gap-2">
        <TextInput
          id={id}
          readOnly
          value={value}
          className="min-w-0 flex-1 basis-64 font-mono text-xs"
          onFocus={(event) => event.target.select()}
        />
        <Button
          icon={<Copy className="size-4" aria-hidden="true" />}
          onClick={() => void navigator.clipboard.writeText(value).then(onCopied)}
        >
          {copy}
        </Button>
      </div>
    </>
  )
}
