import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Routes } from '../../../../src/domain/alert/rule.ts'
import { alertsKey } from '../../../alerts/queries.ts'
import { Button } from '../../../parts/button.tsx'
import { Card } from '../../../parts/card.tsx'
import { Field } from '../../../parts/field.tsx'
import { Form } from '../../../parts/form.tsx'
import { Loading } from '../../../parts/loading.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { useSlug } from '../../../session.ts'
import { useApi } from '../../../workspace-api.ts'
import style from './owners.module.css'
import { useRoutes } from './queries.ts'
import { Route } from './route.tsx'
import { emptyRoute, fieldsOfRoutes, type RouteFields, routesOfFields } from './routes.ts'

/** Who looks after whom, by account or country: shown beside each alert, and where `owner` mails go. */
export function Owners() {
  const { data, error, refetch } = useRoutes()
  if (!data) return error ? <Trouble error={error} retry={refetch} /> : <Loading />
  return <Editor stored={data} />
}

function Editor({ stored }: { stored: Routes }) {
  const { t } = useTranslation('alerts')
  const api = useApi()
  const slug = useSlug()
  const queries = useQueryClient()
  const [routes, setRoutes] = useState(() => fieldsOfRoutes(stored))
  const [otherwise, setOtherwise] = useState({
    owner: stored.otherwise?.owner ?? '',
    email: stored.otherwise?.email ?? '',
  })
  const [isSaved, setSaved] = useState(false)

  function edit(next: RouteFields[]) {
    setSaved(false)
    setRoutes(next)
  }
  async function save() {
    await api.alertRouting.$put({ json: routesOfFields(routes, otherwise) })
    await queries.invalidateQueries({ queryKey: alertsKey(slug) })
    setSaved(true)
  }

  return (
    <Card title={t('owners.title')}>
      <p>{t('owners.why')}</p>
      <div className={style.form}>
        <Form go={t('owners.save')} send={save}>
          <ol className={style.routes}>
            {routes.map((route, index) => (
              <Route
                key={route.key}
                index={index}
                route={route}
                change={(changed) => edit(routes.map((each) => (each === route ? { ...each, ...changed } : each)))}
                remove={() => edit(routes.filter((each) => each !== route))}
                up={index === 0 ? null : () => edit(routes.with(index - 1, route).with(index, routes[index - 1]!))}
              />
            ))}
          </ol>
          <p>
            <Button onPress={() => edit([...routes, emptyRoute()])}>{t('owners.add')}</Button>
          </p>
          <fieldset className={style.otherwise}>
            <legend>{t('owners.otherwise')}</legend>
            <Field
              name="otherwise.owner"
              label={t('owners.name')}
              hint={t('owners.nobody')}
              value={otherwise.owner}
              onChange={(owner) => setOtherwise((now) => ({ ...now, owner }))}
            />
            <Field
              name="otherwise.email"
              type="email"
              label={t('owners.email')}
              value={otherwise.email}
              onChange={(email) => setOtherwise((now) => ({ ...now, email }))}
            />
          </fieldset>
        </Form>
        <p role="status">{isSaved ? t('owners.saved') : ''}</p>
      </div>
    </Card>
  )
}
