import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import type { Elements } from '~/ui/elements'
import type { NamedChoice } from '../choice-name'
import type { DemoCard } from '../demo-card'
import type { ChoiceOption } from './choices'
import { Choices } from './choices'
import { DemoRow } from './demo-row'
import { NoDemos } from './no-demos'

/** The chosen role and scenario; absent means all. */
export interface Chosen {
  role?: string
  scenario?: string
}

interface CatalogueSectionProps {
  demos: DemoCard[]
  roles: NamedChoice[]
  scenarios: NamedChoice[]
  chosen: Chosen
  /** A picture of the first screen of each demo, by slug. */
  pictureOf?: (slug: string) => Elements
}

/** Two questions that filter the demos, and the matching demos. */
export function CatalogueSection({ demos, roles, scenarios, chosen, pictureOf }: CatalogueSectionProps) {
  const { t } = useTranslation('center')
  const choices = catalogueChoices(chosen)
  return (
    <section aria-label={t('home.demos')} className="grid gap-8">
      <div className="grid gap-4">
        <Choices question={t('home.who')} choices={choices.of('role', t('home.anyRole'), roles)} />
        {scenarios.length > 1 ? (
          <Choices
            question={t('home.what')}
            choices={choices.of('scenario', t('home.anyScenario'), scenarios)}
          />
        ) : null}
      </div>
      {demos.length > 0 ? (
        <ul>
          {demos.map((demo) => (
            <DemoRow key={demo.slug} demo={demo} picture={pictureOf?.(demo.slug)} />
          ))}
        </ul>
      ) : (
        <NoDemos narrowed={chosen.role !== undefined || chosen.scenario !== undefined} />
      )}
    </section>
  )
}

/** The answers to one question; choosing one keeps the answer to the other. */
function catalogueChoices(chosen: Chosen) {
  return {
    of: (axis: keyof Chosen, any: string, offered: readonly NamedChoice[]): ChoiceOption[] => [
      { id: '', label: any, href: paths.home({ ...chosen, [axis]: undefined }), current: !chosen[axis] },
      ...offered.map(({ id, name }) => ({
        id,
        label: name,
        href: paths.home({ ...chosen, [axis]: id }),
        current: chosen[axis] === id,
      })),
    ],
  }
}
