import type { MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { v7 as uuidv7, validate as isUuid } from 'uuid'
import { recordConversion } from '~/features/conversions/reports/record-conversion.server'
import { GoalSwitch } from '~/features/talk/components/goal-switch'
import { TalkForm } from '~/features/talk/components/talk-form'
import { TalkSteps } from '~/features/talk/components/talk-steps'
import { TalkThanks } from '~/features/talk/components/talk-thanks'
import { askPerson } from '~/features/talk/ask-person.server'
import { askOf } from '~/features/talk/ask-of'
import { isPlainKind, isTalkGoal, talkSchema } from '~/features/talk/schemas'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { statusOf } from '~/platform/http/http-errors'
import { fixedT } from '~/platform/language/i18n'
import { newVisitor, visitorCookie } from '~/platform/visitor/visitor-cookie'
import { PageTitle } from '~/ui/page-title'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['center'] }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [siteTitle(matches, data?.title)]

export const loader = defineLoader('anyone', async ({ ctx, url }) => {
  const query = url.searchParams
  const goal = query.get('goal')
  const t = fixedT(ctx.locale, 'center')
  return {
    id: uuidv7(),
    goal: isTalkGoal(goal) ? goal : 'quote',
    plan: query.get('plan'),
    trial: isUuid(query.get('trial')) ? query.get('trial') : null,
    title: t('talk.title'),
  }
})

/**
 * A requested quote or sign-up is a conversion; a question or a call is not. Gives the browser an id if it has none.
 */
export const action = defineAction(
  {
    permission: 'anyone',
    fields: talkSchema,
    refused: ({ error, by, reply }) => {
      const result = reply(by === 'fields' ? {} : { formErrors: ['failed'] })
      return data({ result, sent: null }, { status: statusOf(error.code) })
    },
  },
  async ({ ctx, fields }) => {
    const { goal, name } = fields
    const visitor = ctx.visitor ?? newVisitor(ctx)
    const as = { ...ctx, visitor }
    const check = isPlainKind(goal)
      ? await askPerson({ ctx: as, input: { kind: goal, ...askOf(fields) } })
      : (await recordConversion({ ctx: as, input: { goal, ...askOf(fields) } })).check
    return data(
      { result: null, sent: { goal, name, check } },
      { headers: { 'Set-Cookie': visitorCookie(visitor, ctx.env) } },
    )
  },
)

export default function Talk() {
  const { id, goal, plan, trial } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('center')
  if (answer?.sent) return <TalkThanks {...answer.sent} trial={trial} />
  return (
    <div className="grid items-start gap-x-20 gap-y-10 lg:grid-cols-[1fr_1fr]">
      <PageTitle title={t('talk.title')} lead={t(`talk.lead.${goal}`)}>
        <TalkSteps />
      </PageTitle>
      <div className="grid gap-8">
        <GoalSwitch goal={goal} kept={{ ...(plan && { plan }), ...(trial && { trial }) }} />
        <TalkForm
          key={goal}
          id={id}
          goal={goal}
          plan={plan}
          trial={trial}
          lastResult={answer?.result ?? null}
        />
      </div>
    </div>
  )
}
