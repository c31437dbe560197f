import { parseWithZod } from '@conform-to/zod/v4'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { v7 as uuidv7 } from 'uuid'
import { useLandingTouch } from '~/features/catalogue/use-landing-touch'
import { recordConversion } from '~/features/collect/record-conversion.server'
import { GoalSwitch } from '~/features/talk/components/goal-switch'
import { TalkForm } from '~/features/talk/components/talk-form'
import { TalkThanks } from '~/features/talk/components/talk-thanks'
import { contactOf } from '~/features/talk/contact-of'
import { isTalkGoal, talkSchema } from '~/features/talk/schemas'
import { respond } from '~/server/http-errors'
import { fixedT } from '~/server/i18n'
import { requestContext } from '~/server/request-context'
import { newVisitor, visitorCookie } from '~/server/visitor-cookie'

export const handle = { i18n: ['center'] }

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Foyer' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requestContext(args)
  const query = new URL(args.request.url).searchParams
  const goal = query.get('goal')
  const t = fixedT(ctx.locale, 'center')
  return {
    id: uuidv7(),
    goal: isTalkGoal(goal) ? goal : 'quote',
    plan: query.get('plan'),
    trial: query.get('trial'),
    title: t('meta', { name: t('talk.title') }),
  }
}

/** A quote asked for or a sign-up is a conversion. The browser gets its id here when it has none yet. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requestContext(args)
  const submission = parseWithZod(await args.request.formData(), { schema: talkSchema })
  if (submission.status !== 'success')
    return data({ result: submission.reply(), sent: null }, { status: 422 })
  const { id, goal, name } = submission.value
  const visitor = ctx.visitor ?? newVisitor(args.request.headers)
  try {
    await recordConversion({
      ctx: { ...ctx, visitor },
      input: { id, goal, contact: contactOf(submission.value) },
    })
    return data(
      { result: null, sent: { goal, name } },
      { headers: { 'Set-Cookie': visitorCookie(visitor, ctx.env) } },
    )
  } catch (error) {
    const { status } = respond(error, ctx.requestId)
    return data({ result: submission.reply({ formErrors: ['failed'] }), sent: null }, { status })
  }
}

export default function Talk() {
  const { id, goal, plan, trial } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('center')
  useLandingTouch()
  if (answer?.sent) return <TalkThanks goal={answer.sent.goal} name={answer.sent.name} trial={trial} />
  return (
    <div className="grid items-start gap-x-20 gap-y-10 lg:grid-cols-[1fr_1fr]">
      <header className="grid gap-5">
        <h1 className="text-[2.25rem] leading-[1.08] font-semibold tracking-[-0.028em] sm:text-display">
          {t('talk.title')}
        </h1>
        <p className="max-w-md text-lg text-muted">{t(`talk.lead.${goal}`)}</p>
        <ol className="mt-4 grid max-w-md gap-4">
          {(['first', 'second', 'third'] as const).map((step, index) => (
            <li key={step} className="flex gap-4 border-t border-line pt-4 text-muted">
              <span className="font-semibold text-accent tabular-nums">{index + 1}</span>
              {t(`talk.steps.${step}`)}
            </li>
          ))}
        </ol>
      </header>
      <div className="grid gap-8">
        <GoalSwitch goal={goal} kept={{ ...(plan && { plan }), ...(trial && { trial }) }} />
        <TalkForm key={goal} id={id} goal={goal} plan={plan} lastResult={answer?.result ?? null} />
      </div>
    </div>
  )
}
