import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Choices } from '~/features/catalogue/components/choices'
import { DemoRow } from '~/features/catalogue/components/demo-row'
import { useChoiceNames } from '~/features/catalogue/components/use-choice-names'
import { listDemos } from '~/features/catalogue/list-demos.server'
import { useLandingTouch } from '~/features/catalogue/use-landing-touch'
import { ConsentChoice } from '~/features/me/components/consent-choice'
import { UnfinishedTrial } from '~/features/me/components/unfinished-trial'
import { consentState } from '~/features/me/consent-state.server'
import { listMyTrials } from '~/features/me/list-my-trials.server'
import { ProductGlimpse } from '~/features/player/components/product-glimpse'
import { renderGlimpse } from '~/features/player/render-glimpse.server'
import { paths } from '~/paths'
import { respond } from '~/server/http-errors'
import { fixedT } from '~/server/i18n'
import { requestContext } from '~/server/request-context'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'

export const handle = { i18n: ['center'] }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? 'Foyer' },
  { name: 'description', content: data?.description ?? '' },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requestContext(args)
  const query = new URL(args.request.url).searchParams
  const chosen = { role: query.get('role') ?? undefined, scenario: query.get('scenario') ?? undefined }
  const t = fixedT(ctx.locale, 'center')
  try {
    const [catalogue, trials] = await Promise.all([listDemos({ ctx, input: chosen }), listMyTrials({ ctx })])
    const [first] = catalogue.demos
    return {
      ...catalogue,
      chosen,
      glimpse: first ? await renderGlimpse({ ctx, input: { slug: first.slug } }) : null,
      unfinished: trials.find((trial) => !trial.finished) ?? null,
      consent: consentState(args.request.headers),
      title: t('home.metaTitle'),
      description: t('home.lead'),
    }
  } catch (error) {
    throw respond(error, ctx.requestId)
  }
}

export default function Home() {
  const { demos, roles, scenarios, chosen, unfinished, glimpse, consent } = useLoaderData<typeof loader>()
  const { t } = useTranslation('center')
  const { audienceName, scenarioName } = useChoiceNames()
  useLandingTouch()
  const narrowed = chosen.role !== undefined || chosen.scenario !== undefined
  return (
    <div className="grid gap-12 sm:gap-16">
      <header className="grid items-center gap-x-14 lg:grid-cols-[1fr_36rem]">
        <div className="grid gap-5">
          <h1 className="text-[2.5rem] leading-[1.06] font-semibold tracking-[-0.03em] sm:text-[3.75rem]">
            {t('home.title')}
          </h1>
          <p className="max-w-xl text-lg text-muted">{t('home.lead')}</p>
        </div>
        {glimpse ? <ProductGlimpse html={glimpse} className="hidden h-96 lg:block" /> : null}
      </header>
      {unfinished ? <UnfinishedTrial trial={unfinished} /> : null}
      <section aria-label={t('home.demos')} className="grid gap-8">
        <div className="grid gap-4">
          <Choices
            question={t('home.who')}
            choices={[
              {
                id: '',
                label: t('home.anyRole'),
                href: paths.home({ scenario: chosen.scenario }),
                current: !chosen.role,
              },
              ...roles.map((id) => ({
                id,
                label: audienceName(id),
                href: paths.home({ role: id, scenario: chosen.scenario }),
                current: chosen.role === id,
              })),
            ]}
          />
          {scenarios.length > 1 ? (
            <Choices
              question={t('home.what')}
              choices={[
                {
                  id: '',
                  label: t('home.anyScenario'),
                  href: paths.home({ role: chosen.role }),
                  current: !chosen.scenario,
                },
                ...scenarios.map((id) => ({
                  id,
                  label: scenarioName(id),
                  href: paths.home({ role: chosen.role, scenario: id }),
                  current: chosen.scenario === id,
                })),
              ]}
            />
          ) : null}
        </div>
        {demos.length > 0 ? (
          <ul>
            {demos.map((demo) => (
              <DemoRow key={demo.slug} demo={demo} />
            ))}
          </ul>
        ) : (
          <EmptyState
            title={narrowed ? t('home.noneTitle') : t('home.emptyTitle')}
            action={
              narrowed ? (
                <LinkButton to={paths.home()}>{t('home.showAll')}</LinkButton>
              ) : (
                <LinkButton to={paths.talk()}>{t('home.talk')}</LinkButton>
              )
            }
          >
            <p>{narrowed ? t('home.noneText') : t('home.emptyText')}</p>
          </EmptyState>
        )}
      </section>
      <ConsentChoice consent={consent} />
    </div>
  )
}
