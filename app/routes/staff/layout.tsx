import { redirect } from '@remix-run/node'
import { Form, Link, NavLink, Outlet, useRouteLoaderData } from '@remix-run/react'
import {
  BellRing,
  Blocks,
  Building2,
  ChartNoAxesColumn,
  CircleDollarSign,
  CircleHelp,
  ClipboardList,
  ExternalLink,
  FileText,
  Filter,
  Goal,
  Grid3x3,
  Images,
  Inbox,
  KeyRound,
  LayoutDashboard,
  LogOut,
  Mail,
  MessageSquareText,
  Megaphone,
  Route,
  Rows3,
  Settings,
  Shapes,
  Share2,
  Split,
  Table2,
  Tags,
  UserRound,
  Users,
  UserSearch,
  Workflow,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Permission } from '~/domain/access/permissions'
import { isAllowed } from '~/domain/access/permissions'
import { LOCALES } from '~/domain/text'
import { SegmentsProvider } from '~/features/boards/filter/segment-names'
import { listSegmentNames } from '~/features/boards/saved/list-segment-names.server'
import { countNewAsks } from '~/features/asks/count-new-asks.server'
import { paths } from '~/paths'
import type { loader as rootLoader } from '~/root'
import { defineLoader } from '~/platform/http/define-loader'
import { startPage } from '~/platform/sign-in/start-page'
import { ErrorScreen } from '~/ui/error-screen'
import { LanguageSwitch } from '~/ui/language-switch'
import { Logo } from '~/ui/logo'
import { SkipLink } from '~/ui/skip-link'
import { siteNameOf } from '~/ui/site-title'
import { ThemeSwitch } from '~/ui/theme-switch'

export const handle = { i18n: ['common', 'staff'] }

interface Place {
  to: string
  key: string
  icon: typeof Workflow
  permission: Permission
  end?: boolean
}

const STUDIO: Place[] = [
  {
    to: paths.studio(),
    key: 'staff.attention',
    icon: LayoutDashboard,
    permission: 'documents.edit',
    end: true,
  },
  { to: paths.documents('demo'), key: 'staff.demos', icon: Workflow, permission: 'documents.read' },
  { to: paths.blocks(), key: 'staff.blocks', icon: Blocks, permission: 'documents.edit' },
  { to: paths.media(), key: 'staff.media', icon: Images, permission: 'documents.read' },
  { to: paths.documents('help'), key: 'staff.help', icon: CircleHelp, permission: 'documents.read' },
  { to: paths.documents('message'), key: 'staff.messages', icon: Megaphone, permission: 'documents.read' },
  { to: paths.documents('page'), key: 'staff.pages', icon: FileText, permission: 'documents.read' },
  { to: paths.documents('plans'), key: 'staff.plans', icon: Tags, permission: 'documents.read' },
  { to: paths.documents('scenarios'), key: 'staff.scenarios', icon: Shapes, permission: 'documents.read' },
  { to: paths.documents('audiences'), key: 'staff.audiences', icon: Users, permission: 'documents.read' },
  { to: paths.documents('settings'), key: 'staff.settings', icon: Settings, permission: 'documents.read' },
  { to: paths.conversions(), key: 'staff.conversions', icon: Goal, permission: 'conversions.read' },
  { to: paths.accounts(), key: 'staff.accounts', icon: Building2, permission: 'accounts.manage' },
  { to: paths.outbox(), key: 'staff.outbox', icon: Mail, permission: 'outbox.read' },
  { to: paths.keys(), key: 'staff.keys', icon: KeyRound, permission: 'keys.manage' },
  { to: paths.audit(), key: 'staff.audit', icon: ClipboardList, permission: 'audit.read' },
]

const TEAM: Place[] = [{ to: paths.asks(), key: 'staff.asks', icon: Inbox, permission: 'asks.read' }]

const BOARDS: Place[] = [
  {
    to: paths.boards(),
    key: 'staff.overview',
    icon: ChartNoAxesColumn,
    permission: 'boards.read',
    end: true,
  },
  { to: paths.breakdown(), key: 'staff.breakdown', icon: Rows3, permission: 'boards.read' },
  { to: paths.conversionBoard(), key: 'staff.conversion', icon: CircleDollarSign, permission: 'boards.read' },
  { to: paths.funnels(), key: 'staff.funnels', icon: Filter, permission: 'boards.read' },
  { to: paths.segments(), key: 'staff.segments', icon: UserSearch, permission: 'boards.read' },
  { to: paths.channelsBoard(), key: 'staff.channels', icon: Route, permission: 'boards.read' },
  { to: paths.cohorts(), key: 'staff.cohorts', icon: Grid3x3, permission: 'boards.read' },
  { to: paths.accountsBoard(), key: 'staff.accountsBoard', icon: Building2, permission: 'boards.read' },
  { to: paths.splits(), key: 'staff.splits', icon: Split, permission: 'boards.read' },
  { to: paths.alerts(), key: 'staff.alerts', icon: BellRing, permission: 'boards.read' },
  { to: paths.feedbackBoard(), key: 'staff.feedback', icon: MessageSquareText, permission: 'trials.read' },
  { to: paths.outlets(), key: 'staff.outlets', icon: Share2, permission: 'shares.manage' },
  { to: paths.trialList(), key: 'staff.trials', icon: Table2, permission: 'trials.read' },
]

const NO_SEGMENTS = { segments: [], removedSegments: [] }

/** The layout of pages behind sign-in. It only redirects strangers early; each verb checks permissions itself. */
export const loader = defineLoader('anyone', async ({ ctx, url }) => {
  if (ctx.actor.kind !== 'staff') {
    const { pathname, search } = url
    throw redirect(paths.signIn({ to: pathname + search }))
  }
  const { name, email, roles } = ctx.actor
  const mayOpen = [...STUDIO, ...TEAM, ...BOARDS]
    .filter((place) => isAllowed(roles, place.permission))
    .map((place) => place.to)
  const newAsks = isAllowed(roles, 'asks.read') ? await countNewAsks({ ctx }) : 0
  const names = isAllowed(roles, 'boards.read') ? await listSegmentNames({ ctx }) : NO_SEGMENTS
  return { name, email, mayOpen, newAsks, names, first: startPage(roles) }
})

/** Navigation entries of one face. `count` is the number of new asks. */
function PlaceList({ label, places, count = 0 }: { label: string; places: Place[]; count?: number }) {
  const { t } = useTranslation('common')
  if (places.length === 0) return null
  return (
    <div className="flex shrink-0 gap-0.5 lg:flex-col">
      <p className="hidden px-2.5 pt-4 pb-1 text-xs font-medium text-faint lg:block">{label}</p>
      {places.map(({ to, key, icon: Icon, end }) => (
        <NavLink
          key={to}
          to={to}
          end={end ?? false}
          className="flex min-h-9 items-center gap-2.5 rounded-lg px-2.5 text-sm whitespace-nowrap text-muted hover:bg-sunken hover:text-ink aria-[current=page]:bg-sunken aria-[current=page]:font-medium aria-[current=page]:text-ink pointer-coarse:min-h-11"
        >
          <Icon className="size-4 shrink-0" aria-hidden="true" />
          <span>{t(key)}</span>
          {count > 0 ? <NewCount count={count} /> : null}
        </NavLink>
      ))}
    </div>
  )
}

function NewCount({ count }: { count: number }) {
  const { t, i18n } = useTranslation('common')
  return (
    <span className="relative ml-auto rounded-full bg-accent-soft px-1.5 py-0.5 text-xs font-medium text-accent tabular-nums">
      <span aria-hidden="true">{new Intl.NumberFormat(i18n.language).format(count)}</span>
      <span className="sr-only">{t('staff.newAsks', { count })}</span>
    </span>
  )
}

function PersonLine({ name, email }: { name: string; email: string | undefined }) {
  const { t } = useTranslation('common')
  const quiet =
    'grid size-9 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink pointer-coarse:size-11'
  return (
    <div className="flex items-center gap-1 max-sm:gap-0">
      <Link
        to={paths.account()}
        title={email}
        className="flex min-h-9 min-w-0 flex-1 items-center gap-2 rounded-lg px-2.5 text-sm hover:bg-sunken"
      >
        <UserRound className="size-4 shrink-0 text-faint" aria-hidden="true" />
        <span className="truncate max-sm:sr-only">{name}</span>
      </Link>
      <Link to={paths.home()} className={quiet} aria-label={t('staff.openCenter')}>
        <ExternalLink className="size-4" aria-hidden="true" />
      </Link>
      <Form method="post" action={paths.signOut()}>
        <button className={quiet} aria-label={t('staff.signOut')}>
          <LogOut className="size-4" aria-hidden="true" />
        </button>
      </Form>
    </div>
  )
}

/** The signed-in person, also on error pages inside the layout; absent when unknown. */
function useStaff() {
  return useRouteLoaderData<typeof loader>('routes/staff/layout')
}

function StaffFrame({ children }: { children: ReactNode }) {
  const data = useStaff()
  const root = useRouteLoaderData<typeof rootLoader>('root')
  const theme = root?.theme ?? 'system'
  const { t } = useTranslation('common')
  const open = (places: Place[]) => places.filter((place) => data?.mayOpen.includes(place.to) ?? place.end)
  return (
    <div className="lg:grid lg:min-h-dvh lg:grid-cols-[15rem_minmax(0,1fr)] print:block">
      <SkipLink />
      <header className="print:hidden flex flex-wrap items-center gap-x-2 border-b border-line px-3 py-2 lg:sticky lg:top-0 lg:h-dvh lg:flex-col lg:flex-nowrap lg:items-stretch lg:border-r lg:border-b-0 lg:px-3 lg:py-4">
        <Link
          to={paths.home()}
          className="flex min-h-9 items-center gap-2 px-2.5 font-semibold tracking-tight max-sm:px-1"
        >
          <Logo className="size-5" />
          <span className="max-w-56 truncate">{siteNameOf(root)}</span>
        </Link>
        <nav
          aria-label={t('nav.main')}
          className="order-last flex w-full gap-1 overflow-x-auto lg:order-none lg:flex-1 lg:flex-col lg:gap-0 lg:overflow-x-visible lg:overflow-y-auto"
        >
          <PlaceList label={t('staff.studio')} places={open(STUDIO)} />
          <PlaceList label={t('staff.team')} places={open(TEAM)} count={data?.newAsks ?? 0} />
          <PlaceList label={t('staff.boards')} places={open(BOARDS)} />
        </nav>
        <div className="ml-auto flex items-center gap-1 max-sm:gap-0 lg:ml-0 lg:flex-col lg:items-stretch">
          <div className="flex items-center justify-between">
            <LanguageSwitch locales={root?.locales ?? LOCALES} />
            <ThemeSwitch theme={theme} />
          </div>
          <PersonLine name={data?.name ?? t('staff.account')} email={data?.email} />
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="min-w-0 px-4 py-6 outline-none sm:px-8 lg:px-10 lg:py-8 print:p-0"
      >
        {children}
      </main>
    </div>
  )
}

export default function StaffLayout() {
  const staff = useStaff()
  return (
    <StaffFrame>
      <SegmentsProvider value={staff?.names ?? NO_SEGMENTS}>
        <Outlet context={{ first: staff?.first }} />
      </SegmentsProvider>
    </StaffFrame>
  )
}

/** Keeps the layout around errors inside it; without the database it shows only the two faces. */
export function ErrorBoundary() {
  const first = useStaff()?.first
  return (
    <StaffFrame>
      <ErrorScreen first={first} />
    </StaffFrame>
  )
}
