import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { REMARK_TEXT_LIMIT } from '~/domain/trial/remark'
import { Button } from '~/ui/button'
import { TextArea } from '~/ui/controls'
import { Field } from '~/ui/field'
import { PopoverClose } from '~/ui/popover'
import type { RemarkHandle } from '../use-remarks'

interface RemarkNoteProps {
  remarks: RemarkHandle
  onAsk: (() => void) | null
}

/** What follows a remark: it is noted, a word can be added, and it can be taken back. Closing keeps the word. */
export function RemarkNote({ remarks, onAsk }: RemarkNoteProps) {
  const { t } = useTranslation('player')
  const [text, setText] = useState(remarks.current?.text ?? '')
  const keep = useRef(() => {})
  keep.current = () => remarks.write(text)
  useEffect(() => () => keep.current(), [])
  if (remarks.refused) return <p role="alert">{t('remark.refused')}</p>
  return (
    <>
      <p role="status" className="font-medium">
        {t('remark.noted')}
      </p>
      <Field label={t('remark.word')}>
        {(control) => (
          <TextArea
            rows={2}
            maxLength={REMARK_TEXT_LIMIT}
            value={text}
            onChange={(event) => setText(event.target.value)}
            {...control}
          />
        )}
      </Field>
      <div className="flex flex-wrap items-center gap-1">
        <PopoverClose asChild>
          <Button tone="primary" size="small">
            {t('remark.done')}
          </Button>
        </PopoverClose>
        <PopoverClose asChild>
          <Button
            tone="quiet"
            size="small"
            onClick={() => {
              keep.current = () => {}
              remarks.takeBack()
            }}
          >
            {t('remark.undo')}
          </Button>
        </PopoverClose>
        {onAsk ? (
          <PopoverClose asChild>
            <Button tone="quiet" size="small" onClick={onAsk} className="lg:hidden">
              {t('remark.ask')}
            </Button>
          </PopoverClose>
        ) : null}
      </div>
    </>
  )
}
