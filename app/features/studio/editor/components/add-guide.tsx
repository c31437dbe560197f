import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { guideFile } from '~/domain/content/kinds'
import { Button } from '~/ui/button'
import { TextInput } from '~/ui/controls'
import { slugFrom } from '../../documents/slug-from'

/** Names a new guide and opens its first language. */
export function AddGuide({ onAdd, taken }: { onAdd: (file: string) => void; taken: string[] }) {
  const { t } = useTranslation('studio')
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const id = slugFrom(name)
  if (!isOpen) {
    return (
      <Button
        tone="quiet"
        size="small"
        className="justify-start px-2"
        icon={<Plus className="size-4" aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {t('editor.addGuide')}
      </Button>
    )
  }
  return (
    <form
      className="flex gap-1 p-1"
      onSubmit={(event) => {
        event.preventDefault()
        if (id === '' || taken.includes(id)) return
        onAdd(guideFile(id, 'en'))
        setName('')
        setOpen(false)
      }}
    >
      <TextInput
        // A button press opened it, so it takes the focus.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => (event.key === 'Escape' ? setOpen(false) : undefined)}
        aria-label={t('editor.guideName')}
        placeholder={t('editor.guideName')}
        className="min-h-8 px-2"
      />
      <Button type="submit" size="small" disabled={id === '' || taken.includes(id)}>
        {t('editor.add')}
      </Button>
    </form>
  )
}
