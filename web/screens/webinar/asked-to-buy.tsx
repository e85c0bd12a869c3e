import { useTranslation } from 'react-i18next'
import type { PersonAnswer } from '../../../src/http/workspace/people.ts'
import { Topics } from '../../parts/marked.tsx'
import { Said } from '../../parts/said.tsx'
import style from './why.module.css'

/** What somebody said about buying in a webinar, in their own words; nothing where they said nothing of it. */
export function AskedToBuy({ of, webinar }: { of: PersonAnswer; webinar: string }) {
  const { t } = useTranslation('webinar')
  const said = of.timeline
    .filter(({ webinarId }) => webinarId === webinar)
    .flatMap(({ fact, said }) => said.map((each, part) => ({ key: `${fact} ${part}`, said: each })))
    .filter(({ said: { buying } }) => buying.length > 0)
  if (said.length === 0) return null
  return (
    <section className={style.asked} aria-label={t('why.asked')}>
      <h3>{t('why.asked')}</h3>
      {said.map((each) => (
        <div key={each.key}>
          <Said said={each.said} />
          <p>
            <Topics topics={[...new Set(each.said.buying.map(({ topic }) => topic))]} />
          </p>
        </div>
      ))}
    </section>
  )
}
