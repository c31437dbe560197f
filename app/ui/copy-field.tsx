import { Copy } from 'lucide-react'
import { useId } from 'react'
import { Button } from './button'
import { TextInput } from './controls'

interface CopyFieldProps {
  label: string
  /** Leaves the label to screen readers, where what stands around the field names it already. */
  labelHidden?: boolean
  value: string
  /** What the button says. */
  copy: string
  /** Called when the value is on the clipboard: say so in a `role="status"` that is already on the page. */
  onCopied: () => void
}

/** A text to take along: a field that only reads, selected when it is entered, and a button that copies it. */
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
