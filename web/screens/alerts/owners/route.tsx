import { useTranslation } from 'react-i18next'
import { Button } from '../../../parts/button.tsx'
import { Field } from '../../../parts/field.tsx'
import { Long } from '../rules/long.tsx'
import style from './owners.module.css'
import type { RouteFields } from './routes.ts'

/** One route: whom it gives to whom. The first that fits holds, so it can be moved up. */
export function Route(props: {
  index: number
  route: RouteFields
  change: (changed: Partial<RouteFields>) => void
  remove: () => void
  up: (() => void) | null
}) {
  const { index, route, change, remove, up } = props
  const { t } = useTranslation('alerts')
  const name = (field: string) => `routes.${index}.${field}`
  return (
    <li className={style.route}>
      <Field
        name={name('owner')}
        label={t('owners.name')}
        isRequired
        value={route.owner}
        onChange={(owner) => change({ owner })}
      />
      <Field
        name={name('email')}
        type="email"
        label={t('owners.email')}
        hint={t('owners.emailHint')}
        value={route.email}
        onChange={(email) => change({ email })}
      />
      <Long
        name={name('accounts')}
        label={t('owners.accounts')}
        hint={t('form.accountsHint')}
        value={route.accounts}
        onChange={(accounts) => change({ accounts })}
      />
      <Field
        name={name('when')}
        label={t('form.countries')}
        hint={t('form.countriesHint')}
        value={route.countries}
        onChange={(countries) => change({ countries })}
      />
      {route.rest.length > 0 && (
        <div className={style.kept}>
          <p>{t('form.rest')}</p>
          <code dir="ltr">{JSON.stringify(route.rest[0])}</code>
        </div>
      )}
      <div className={style.ways}>
        {up && <Button onPress={up}>{t('owners.up')}</Button>}
        <Button onPress={remove}>{t('owners.remove')}</Button>
      </div>
    </li>
  )
}
