import { listChoices } from '../forms/list-choices.server'
import { changeYamlBy } from '~/domain/content/edit/change-yaml'
import type { DocumentFiles } from '~/domain/content/kinds'
import { demoOfSteps } from '~/domain/content/steps/demo-of-steps'
import type { StepsBeginning } from '~/domain/content/steps/demo-of-steps'
import { readStepLists } from '~/domain/content/steps/read-step-lists'
import { TEMPLATES } from '~/domain/content/steps/templates'
import { DomainError } from '~/domain/errors'
import type { Json } from '~/domain/json'
import type { Text } from '~/domain/text'
import type { Context } from '~/platform/context/context'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import { verb } from '~/platform/verb/verb'
import type { z } from 'zod'
import { ofDocument } from '../audit/of-document'
import { readOrRefuse } from '../documents/find-or-refuse.server'
import { insertDraft, refuseSlug } from '../documents/insert-draft.server'
import { beginDemoSchema } from '../schemas'
import { starterFiles } from './starter-files'

type Beginning = z.output<typeof beginDemoSchema>

/**
 * Creates a demo from an example, a template, a list of steps, or another demo.
 * @throws DomainError as `createDocument`; `invalid-input` at the language of a list that cannot be read; `not-found` for
 * a demo to copy that is not there
 */
export const beginDemo = verb(
  { permission: 'documents.edit', input: beginDemoSchema, audit: ['document.create'] },
  async ({ ctx, input, audit }): Promise<{ id: string }> => {
    refuseSlug('demo', input.slug)
    const files = await filesOf(ctx, input)
    return ctx.db.transaction(async (tx) => {
      const created = await insertDraft(tx, ctx, { kind: 'demo', slug: input.slug, files })
      await audit(tx, 'document.create', ofDocument(created))
      return { id: created.id }
    })
  },
)

async function filesOf(ctx: Context, input: Beginning): Promise<DocumentFiles> {
  switch (input.begin) {
    case 'example':
      return starterFiles('demo', { ...input, locale: ctx.locale })
    case 'template':
      return filesOfTemplate(ctx, input)
    case 'steps':
      return filesOfSteps(ctx, input)
    case 'copy':
      return filesOfCopy(ctx, input)
  }
}

/** What a made demo has beside its steps; what was not chosen is the first that the center knows. */
async function aboutOf(ctx: Context, input: Beginning): Promise<Omit<StepsBeginning, 'steps'>> {
  const [choices, { name }] = await Promise.all([listChoices({ ctx }), workspaceSettings(ctx)])
  const known = (choices.plan ?? []).map(({ id }) => id)
  return {
    slug: input.slug,
    title: { [ctx.locale]: input.title },
    scenario: input.scenario ?? choices.scenario?.[0]?.id ?? 'general',
    plans: input.plans.length > 0 ? input.plans : known.length > 0 ? known : ['free'],
    product: name,
  }
}

async function filesOfTemplate(ctx: Context, input: Beginning): Promise<DocumentFiles> {
  const template = TEMPLATES.find(({ id }) => id === input.template)
  if (!template) throw new DomainError('invalid-input', 'Choose a template.', { at: 'template' })
  const about = await aboutOf(ctx, input)
  const title = { ...template.about.title, ...about.title }
  return demoOfSteps({ ...about, ...template.about, title, steps: template.steps(about.plans) })
}

async function filesOfSteps(ctx: Context, input: Beginning): Promise<DocumentFiles> {
  const about = await aboutOf(ctx, input)
  const { steps, refused } = readStepLists({ en: input.en, es: input.es, zh: input.zh }, about.plans)
  if (refused) {
    const { locale, line, code } = refused
    throw new DomainError('invalid-input', `Line ${line}: ${code}`, { at: locale })
  }
  const titled = { ...about.title, ...given(input.titles) }
  return demoOfSteps({ ...about, title: titled, steps })
}

/** All files of another demo under another address and name. */
async function filesOfCopy(ctx: Context, { copy, slug, title }: Beginning): Promise<DocumentFiles> {
  const { draftFiles } = await readOrRefuse(ctx.db, { kind: 'demo', slug: copy ?? '' })
  const named: Json = { [ctx.locale]: title }
  const source = changeYamlBy(draftFiles['demo.yaml'] ?? '', [
    { do: 'set', path: ['slug'], value: slug },
    { do: 'set', path: ['title'], value: named },
  ])
  if (source === null) {
    throw new DomainError('invalid-input', `The source of ${copy} cannot be read. Fix it first.`, {
      at: 'copy',
    })
  }
  return { ...draftFiles, 'demo.yaml': source }
}

/** The texts that were written. */
function given(titles: Beginning['titles']): Text {
  return Object.fromEntries(Object.entries(titles).filter(([, title]) => title !== undefined && title !== ''))
}
