import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import { Button } from '../../../parts/button.tsx'
import { Card } from '../../../parts/card.tsx'
import { Loading } from '../../../parts/loading.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { useNow } from '../../../ticking.ts'
import { useAlert } from './queries.ts'
import { Told } from './row.tsx'
import style from './stream.module.css'
import { Take } from './take.tsx'
import type { Taking } from './use-taking.ts'

/** The alert that a link in a message names: to take it is one press, and nothing happens before. */
export function Asked({ id, taking }: { id: string; taking: Taking }) {
  const { t } = useTranslation('alerts')
  const [, setParams] = useSearchParams()
  const { data, error, refetch } = useAlert(id)
  const now = useNow(5_000)
  const alert = data && { ...data, taken: (taking.acted.get(id) ?? data).taken }
  const close = () =>
    setParams(
      (params) => {
        params.delete('take')
        return params
      },
      { replace: true },
    )
  return (
    <Card title={t('asked')} aside={<Button onPress={close}>{t('close')}</Button>}>
      {!alert && (error ? <Trouble error={error} retry={refetch} /> : <Loading />)}
      {alert && (
        <div className={`${style.row} ${style.asked}`}>
          <Told alert={alert} now={now} />
          <Take {...{ alert, taking, now }} isAsked />
        </div>
      )}
    </Card>
  )
}
