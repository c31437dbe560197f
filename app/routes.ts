import { index, layout, route } from '@remix-run/route-config'
import type { RouteConfig } from '@remix-run/route-config'

export default [
  layout('routes/center/layout.tsx', [
    index('routes/center/home.tsx'),
    route('demos/:slug', 'routes/center/demo.tsx'),
    route('pricing', 'routes/center/pricing.tsx'),
    route('help', 'routes/center/help.tsx'),
    route('help/:slug', 'routes/center/help-post.tsx'),
    route('talk', 'routes/center/talk.tsx'),
    route('me', 'routes/center/me.tsx'),
    route('sign-in', 'routes/staff/sign-in.tsx'),
    route('*', 'routes/center/not-found.tsx'),
  ]),
  route('trials', 'routes/player/start-trial.ts'),
  route('try/:trialId', 'routes/player/trial.tsx'),
  route('resume/:token', 'routes/player/resume.ts'),
  route('locale', 'routes/center/locale.ts'),
  route('theme', 'routes/center/theme.ts'),
  route('consent', 'routes/center/consent.ts'),
  route('me/data', 'routes/center/my-data.ts'),
  layout('routes/staff/layout.tsx', [
    route('account', 'routes/staff/account.tsx'),
    route('studio', 'routes/studio/overview.tsx'),
    route('studio/audit', 'routes/studio/audit.tsx'),
    route('studio/blocks', 'routes/studio/blocks.tsx'),
    route('studio/blocks/:kind', 'routes/studio/block.tsx'),
    route('studio/:kind', 'routes/studio/documents.tsx'),
    route('studio/:kind/:slug', 'routes/studio/document.tsx'),
    route('studio/:kind/:slug/history', 'routes/studio/history.tsx'),
    route('boards', 'routes/boards/overview.tsx'),
    route('boards/demos/:slug', 'routes/boards/demo.tsx'),
    route('boards/trials', 'routes/boards/trials.tsx'),
    route('boards/trials/:trialId', 'routes/boards/replay.tsx'),
  ]),
  route('studio/demo/:slug/preview', 'routes/studio/preview.tsx'),
  route('sign-out', 'routes/staff/sign-out.ts'),
] satisfies RouteConfig
