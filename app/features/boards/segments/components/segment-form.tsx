import { Form, useFetcher } from '@remix-run/react'
import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SegmentGroup } from '~/domain/insight/segment/segment-rule'
import { Button } from '~/ui/button'
import { TextInput } from '~/ui/controls'
import { Field } from '~/ui/field'
import type { SavedProblem } from '../../saved/saved-answer'
import { ruleWith } from '../segment-edits'
import type { OpenedSegment } from '../segment-views'
import { useSegmentSentence } from '../use-segment-sentence'
import { GroupEditor } from './group-editor'

const NEW: SegmentGroup = { match: 'all', rules: [{ fact: 'trials', atLeast: 1, like: {} }] }

interface SegmentFormProps {
  segment: OpenedSegment
  /** Why the last save was refused. */
  answer: SavedProblem | undefined
}

/** Builds a segment: its name, its rule as fields and as a sentence, and how many are in it. */
export function SegmentForm({ segment, answer }: SegmentFormProps) {
  const { t } = useTranslation('segments')
  const { query } = segment
  // Every state of the rule since the page was opened, so that each change can be undone.
  const [rules, setRules] = useState([(query?.body ?? NEW) as SegmentGroup])
  const rule = rules.at(-1) ?? NEW
  const sentence = useSegmentSentence(segment)
  const version = answer?.problem === 'changed' ? answer.version : query?.version
  return (
    <Form method="post" className="grid gap-6">
      {query ? <input type="hidden" name="id" value={query.id} /> : null}
      {version === undefined ? null : <input type="hidden" name="version" value={version} />}
      <input type="hidden" name="rule" value={JSON.stringify(rule)} />
      <div className="max-w-md">
        <Field label={t('form.name')}>
          {(control) => (
            <TextInput {...control} name="name" required maxLength={80} defaultValue={query?.name ?? ''} />
          )}
        </Field>
      </div>
      <div className="rounded-xl bg-sunken p-4">
        <GroupEditor
          group={rule}
          path={[]}
          words={segment}
          onPut={(path, one) => setRules((all) => [...all, ruleWith(all.at(-1) ?? NEW, path, one)])}
        />
      </div>
      <p className="max-w-3xl" role="status" aria-label={t('form.sentence')}>
        {sentence(rule)}
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" name="intent" value="save" tone="primary">
          {t(answer?.problem === 'changed' ? 'form.saveOver' : 'form.save')}
        </Button>
        <Button
          icon={<Undo2 aria-hidden="true" className="size-4" />}
          disabled={rules.length < 2}
          onClick={() => setRules((all) => all.slice(0, -1))}
        >
          {t('form.undo')}
        </Button>
        <SizeButton rule={rule} />
      </div>
    </Form>
  )
}

/** Says how many visitors the rule holds of as it stands. */
function SizeButton({ rule }: { rule: SegmentGroup }) {
  const { t } = useTranslation('segments')
  const fetcher = useFetcher<{ people: number; of: string } | SavedProblem>()
  const text = JSON.stringify(rule)
  const { data } = fetcher
  const sizeText = () => {
    if (!data) return ''
    if ('problem' in data) return t('problem.body.title')
    return data.of === text ? t('form.people', { count: data.people }) : ''
  }
  return (
    <>
      <Button
        tone="quiet"
        busy={fetcher.state !== 'idle'}
        onClick={() => fetcher.submit({ intent: 'count', rule: text }, { method: 'post' })}
      >
        {t('form.count')}
      </Button>
      <span role="status" className="text-sm text-muted tabular-nums">
        {sizeText()}
      </span>
    </>
  )
}
