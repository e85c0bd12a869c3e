import { useTranslation } from 'react-i18next'
import type { ImportedFile, SampledAnswer, SampledPerson } from '../../../src/http/workspace/imports.ts'
import { useCounted } from '../../counted.ts'
import { useFormat } from '../../format.ts'
import { useWhen } from '../../when.ts'
import style from './import.module.css'
import { Odd } from './odd.tsx'
import { SaidCounted, SaidSample } from './said-sample.tsx'

const kinds = ['zoom-attendees', 'zoom-registrations', 'zoom-polls', 'zoom-survey', 'zoom-qa', 'outcomes'] as const

/** What a file is and what would come of it; nothing is stored yet. */
export function Preview({ preview }: { preview: ImportedFile }) {
  const { t } = useTranslation('import')
  const counted = useCounted()
  const { kind, rows, people, facts, sample = [], said } = preview
  const known = kinds.find((each) => each === kind)
  return (
    <>
      <p>
        <strong>
          <bdi>{known ? t(`kinds.${known}`) : kind}</bdi>
        </strong>
        <WhichWebinar preview={preview} />
      </p>
      <p>
        {t('rows', counted(rows))} · {t('people', counted(people))} ·{' '}
        {facts > 0 ? t('facts', counted(facts)) : t('nothingNew')}
      </p>
      {said && <SaidCounted kind={kind} said={said} />}
      {sample.length > 0 &&
        (said ? (
          <SaidSample kind={kind} sample={sample as SampledAnswer[]} />
        ) : (
          <Sample sample={sample as SampledPerson[]} />
        ))}
      <Odd result={preview} />
    </>
  )
}

/** The webinar that a file is about. */
export function WhichWebinar({ preview: { webinar, known } }: { preview: ImportedFile }) {
  const { t } = useTranslation('import')
  const when = useWhen()
  if (!webinar) return null
  return (
    <>
      {' · '}
      <bdi>{webinar.topic ?? webinar.platformId}</bdi>
      {webinar.startsAt && (
        <>
          {' · '}
          <bdi>{when.dayAndTime(webinar.startsAt)}</bdi>
        </>
      )}
      {known !== undefined && <span className={style.mute}> · {t(known ? 'webinarKnown' : 'webinarNew')}</span>}
    </>
  )
}

function Sample({ sample }: { sample: readonly SampledPerson[] }) {
  const { t } = useTranslation('import')
  const format = useFormat()
  const hasMinutes = sample.some(({ minutes }) => minutes !== null)
  return (
    <div className={style.scroll}>
      <table className={style.sample}>
        <caption>{t('sample')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('email')}</th>
            {hasMinutes && <th scope="col">{t('minutes')}</th>}
          </tr>
        </thead>
        <tbody>
          {sample.map(({ name, email, minutes }, index) => (
            <tr key={index}>
              <td>
                <bdi>{name ?? '–'}</bdi>
              </td>
              <td>
                <bdi>{email ?? '–'}</bdi>
              </td>
              {hasMinutes && <td>{minutes === null ? '–' : format.count(Math.round(minutes))}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
