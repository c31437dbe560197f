import { FolderPlus, Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { SegmentGroup, SegmentRule } from '~/domain/insight/segment/segment-rule'
import { GROUP_MATCHES, isGroup, MOST_DEPTH } from '~/domain/insight/segment/segment-rule'
import { Button } from '~/ui/button'
import { classNames } from '~/ui/class-names'
import { SelectInput } from '~/ui/controls'
import { Field } from '~/ui/field'
import type { RulePath } from '../segment-edits'
import type { SegmentWords } from '../segment-views'
import { ConditionEditor } from './condition-editor'

interface GroupEditorProps {
  group: SegmentGroup
  path: RulePath
  words: SegmentWords
  /** Puts a rule at a place; null removes the one there. */
  onPut: (path: RulePath, rule: SegmentRule | null) => void
}

const NEW: SegmentRule = { fact: 'trials', atLeast: 1, like: {} }

/** A group: how its rules belong together, each of them, and buttons that add one. */
export function GroupEditor({ group, path, words, onPut }: GroupEditorProps) {
  const { t } = useTranslation('segments')
  const add = (rule: SegmentRule) => onPut([...path, group.rules.length], rule)
  const put = (rule: SegmentGroup) => onPut(path, rule)
  return (
    <fieldset className="grid min-w-0 flex-1 gap-4">
      <legend className="sr-only">{t('form.group')}</legend>
      <div className="max-w-xs">
        <Field label={t('form.match')}>
          {(control) => (
            <SelectInput
              {...control}
              value={group.match}
              onChange={({ target }) => {
                put({ ...group, match: GROUP_MATCHES.find((one) => one === target.value) ?? 'all' })
              }}
            >
              {GROUP_MATCHES.map((match) => (
                <option key={match} value={match}>
                  {t(`match.${match}`)}
                </option>
              ))}
            </SelectInput>
          )}
        </Field>
      </div>
      <ol className="grid gap-4">
        {group.rules.map((rule, index) => (
          <li
            key={index}
            className={classNames(
              'flex items-start gap-2 rounded-lg border-l-2 border-line-strong pl-4',
              isGroup(rule) && 'border-accent',
            )}
          >
            <RuleEditor rule={rule} path={[...path, index]} words={words} onPut={onPut} />
            <Button
              tone="quiet"
              icon={<X aria-hidden="true" className="size-4" />}
              aria-label={t(isGroup(rule) ? 'form.removeGroup' : 'form.removeCondition', {
                number: index + 1,
              })}
              onClick={() => onPut([...path, index], null)}
              className="px-2"
            />
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <Button size="small" icon={<Plus aria-hidden="true" className="size-4" />} onClick={() => add(NEW)}>
          {t('form.addCondition')}
        </Button>
        {path.length + 1 < MOST_DEPTH ? (
          <Button
            size="small"
            tone="quiet"
            icon={<FolderPlus aria-hidden="true" className="size-4" />}
            onClick={() => add({ match: 'any', rules: [NEW] })}
          >
            {t('form.addGroup')}
          </Button>
        ) : null}
      </div>
    </fieldset>
  )
}

interface RuleEditorProps extends Pick<GroupEditorProps, 'path' | 'words' | 'onPut'> {
  rule: SegmentRule
}

function RuleEditor({ rule, path, words, onPut }: RuleEditorProps) {
  if (isGroup(rule)) return <GroupEditor group={rule} path={path} words={words} onPut={onPut} />
  return <ConditionEditor condition={rule} words={words} onChange={(one) => onPut(path, one)} />
}
