import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import type { WebinarRow } from '../../../src/http/workspace/webinars.ts'
import { Pills, TogglePill } from '../../parts/pills.tsx'
import { NoShows } from './no-shows.tsx'
import style from './people.module.css'
import { Viewers } from './viewers.tsx'

const lists = ['no-shows', 'viewers'] as const
type List = (typeof lists)[number]

/** Who did not come, with links, or who watched. Which of them stands in the address. */
export function People({ webinar }: { webinar: WebinarRow }) {
  const { t } = useTranslation('replay')
  const [params, setParams] = useSearchParams()
  const shown: List = params.get('list') === 'viewers' ? 'viewers' : 'no-shows'
  const show = (list: List) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now)
        if (list === 'viewers') next.set('list', list)
        else next.delete('list')
        return next
      },
      { replace: true },
    )
  return (
    <section className={style.people} aria-label={t(`list.${shown}`)}>
      <Pills label={t('list.title')} pressed={shown}>
        {lists.map((list) => (
          <TogglePill key={list} isOn={list === shown} onPress={() => show(list)}>
            {t(`list.${list}`)}
          </TogglePill>
        ))}
      </Pills>
      {shown === 'viewers' ? <Viewers webinar={webinar} /> : <NoShows webinar={webinar} />}
    </section>
  )
}
