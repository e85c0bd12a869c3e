import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { useTranslation } from 'react-i18next'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { session } from './api.ts'
import { Frame } from './frame/frame.tsx'
import { Loading } from './parts/loading.tsx'
import { Trouble } from './parts/trouble.tsx'
import { pathAfterSignIn, sessionQuery, signInPath, useSession, WorkspaceSlug } from './session.ts'

const SignIn = lazy(() => import('./screens/sign-in/sign-in.tsx'))
const Setup = lazy(() => import('./screens/setup/setup.tsx'))
const Webinars = lazy(() => import('./screens/webinars/webinars.tsx'))
const Webinar = lazy(() => import('./screens/webinar/webinar.tsx'))
const People = lazy(() => import('./screens/people/arrive.ts'))
const Alerts = lazy(() => import('./screens/alerts/arrive.ts'))
const Person = lazy(() => import('./screens/person/person.tsx'))
const Import = lazy(() => import('./screens/import/import.tsx'))
const Sources = lazy(() => import('./screens/sources/arrive.ts'))
const Questions = lazy(() => import('./screens/questions/arrive.ts'))
const Reconciliation = lazy(() => import('./screens/reconciliation/arrive.ts'))
const Replay = lazy(() => import('./screens/replay/arrive.ts'))
const Formula = lazy(() => import('./screens/formula/arrive.ts'))
const Team = lazy(() => import('./screens/team/arrive.ts'))
const Log = lazy(() => import('./screens/log/arrive.ts'))
const Missing = lazy(() => import('./screens/missing/missing.tsx'))
const NoWorkspace = lazy(() => import('./screens/missing/no-workspace.tsx'))

/** Every screen by its address. Before anything of a workspace is shown there is a session. */
export function App() {
  const { i18n } = useTranslation()
  return (
    <I18nProvider locale={i18n.language}>
      <Suspense fallback={<Loading />}>
        <Switch>
          <Route path="/sign-in" component={SignIn} />
          <Route path="/setup" component={Setup} />
          <Route path="/w/:slug/*?">{({ slug }) => <Inside slug={slug} />}</Route>
          <Route path="/" component={Entrance} />
          <Route component={Missing} />
        </Switch>
      </Suspense>
    </I18nProvider>
  )
}

/** Sends everybody to where they can go on. */
function Entrance() {
  const { data, error, refetch } = useSession()
  if (error) return <Trouble error={error} retry={refetch} />
  if (!data) return <Loading />
  if (data.state !== 'signed_in') return <Redirect to={data.state === 'setup' ? '/setup' : '/sign-in'} replace />
  return <Redirect to={pathAfterSignIn(null, data.workspaces)} replace />
}

function Inside({ slug }: { slug: string }) {
  const { data, error, refetch } = useSession()
  const [, navigate] = useLocation()
  const queries = useQueryClient()
  useEffect(() => {
    session.ended = () => {
      queries.setQueryData(sessionQuery.queryKey, { state: 'signed_out' })
      navigate(signInPath(), { replace: true })
    }
    return () => {
      session.ended = () => {}
    }
  }, [navigate, queries])
  if (error) return <Trouble error={error} retry={refetch} />
  if (!data) return <Loading />
  if (data.state === 'setup') return <Redirect to="/setup" replace />
  if (data.state !== 'signed_in') return <Redirect to={signInPath()} replace />
  const workspace = data.workspaces.find((each) => each.slug === slug)
  if (!workspace) return <NoWorkspace slug={slug} email={data.user.email} />
  return (
    <WorkspaceSlug value={slug}>
      <Frame workspace={workspace} user={data.user} workspaces={data.workspaces}>
        <Suspense fallback={<Loading />}>
          <Switch>
            <Route path="/w/:slug/webinars" component={Webinars} />
            <Route path="/w/:slug/webinars/:id">{({ id }) => <Webinar key={id} id={id} />}</Route>
            <Route path="/w/:slug/webinars/:id/questions">{({ id }) => <Questions key={id} id={id} />}</Route>
            <Route path="/w/:slug/webinars/:id/reconciliation">{({ id }) => <Reconciliation key={id} id={id} />}</Route>
            <Route path="/w/:slug/webinars/:id/replay">{({ id }) => <Replay key={id} id={id} />}</Route>
            <Route path="/w/:slug/people" component={People} />
            <Route path="/w/:slug/alerts/rules/:id">{({ id }) => <Alerts view="rules" id={id} />}</Route>
            <Route path="/w/:slug/alerts/:view?">{({ view }) => <Alerts view={view ?? 'stream'} id={null} />}</Route>
            <Route path="/w/:slug/people/:id">{({ id }) => <Person key={id} id={id} />}</Route>
            <Route path="/w/:slug/import" component={Import} />
            <Route path="/w/:slug/sources" component={Sources} />
            <Route path="/w/:slug/formula/:view?">{({ view }) => <Formula view={view ?? 'rules'} />}</Route>
            <Route path="/w/:slug/team" component={Team} />
            <Route path="/w/:slug/log" component={Log} />
            <Route path="/w/:slug">
              <Redirect to={`/w/${slug}/webinars`} replace />
            </Route>
            <Route component={Missing} />
          </Switch>
        </Suspense>
      </Frame>
    </WorkspaceSlug>
  )
}
