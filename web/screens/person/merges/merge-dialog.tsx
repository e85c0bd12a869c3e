import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonAnswer } from '../../../../src/http/workspace/people.ts'
import { useFormat } from '../../../format.ts'
import { Box, Ways } from '../../../parts/box.tsx'
import { Button } from '../../../parts/button.tsx'
import { Loading } from '../../../parts/loading.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { PersonSearch } from '../../../repair/person-search.tsx'
import { useNameOf } from '../../../repair/who.tsx'
import { useSlug } from '../../../session.ts'
import { useWhen } from '../../../when.ts'
import { useApi } from '../../../workspace-api.ts'
import { personQuery } from '../queries.ts'
import style from './merges.module.css'

interface Props {
  shown: PersonAnswer
  isBusy: boolean
  error: unknown
  merge: (into: string) => void
  close: () => void
}

/** Who the other is, then what both have, and only then the merge. */
export function MergeDialog({ shown, isBusy, error, merge, close }: Props) {
  const { t } = useTranslation('repair')
  const nameOf = useNameOf()
  const [other, setOther] = useState<string | null>(null)
  return (
    <Box title={t(other === null ? 'merge.title' : 'merge.both')} onClose={close}>
      {() =>
        other === null ? (
          <>
            <p>{t('merge.which', { who: `\u2068${nameOf(shown.person)}\u2069` })}</p>
            <PersonSearch onChoose={(person) => setOther(person.id)} />
            <Ways>
              <Button onPress={close}>{t('merge.cancel')}</Button>
            </Ways>
          </>
        ) : (
          <Both shown={shown} other={other}>
            {error ? <Trouble error={error} /> : null}
            <Ways>
              <Button go isDisabled={isBusy || other === shown.person.id} onPress={() => merge(other)}>
                {t('merge.go')}
              </Button>
              {/* What was pressed is gone; nobody merges by pressing once too often. */}
              <Button autoFocus onPress={() => setOther(null)}>
                {t('merge.back')}
              </Button>
              <Button onPress={close}>{t('merge.cancel')}</Button>
            </Ways>
          </Both>
        )
      }
    </Box>
  )
}

function Both({ shown, other, children }: { shown: PersonAnswer; other: string; children: ReactNode }) {
  const { t } = useTranslation('repair')
  const { data, error, refetch } = useQuery(personQuery(useApi(), useSlug(), other, null))
  if (error) return <Trouble error={error} retry={refetch} />
  if (!data) return <Loading />
  return (
    <>
      <SideBySide people={[shown, data]} />
      <p>{t(data.person.id === shown.person.id ? 'merge.itself' : 'merge.means')}</p>
      {children}
    </>
  )
}

const told = ['name', 'addresses', 'work', 'score', 'webinars', 'facts', 'first'] as const

function SideBySide({ people }: { people: readonly [PersonAnswer, PersonAnswer] }) {
  const { t } = useTranslation('repair')
  const tell = useTell()
  return (
    <table className={style.both}>
      <tbody>
        {told.map((name) => (
          <tr key={name}>
            <th scope="row">{t(`merge.${name}`)}</th>
            {people.map((each, index) => (
              <td key={index}>{tell(each)[name] ?? t('merge.none')}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What there is to know of somebody, in few words. */
function useTell() {
  const format = useFormat()
  const { day } = useWhen()
  return ({ person, scorecard, webinars, timeline }: PersonAnswer): Record<(typeof told)[number], ReactNode> => {
    const first = timeline.at(-1)
    const work = [person.jobTitle, person.company].filter((each) => each !== null)
    return {
      name: person.name && <bdi>{person.name}</bdi>,
      addresses:
        person.addresses.length === 0 ? null : (
          <ul>
            {person.addresses.map((address) => (
              <li key={address}>
                <bdi>{address}</bdi>
              </li>
            ))}
          </ul>
        ),
      work: work.length === 0 ? null : <bdi>{work.join(' · ')}</bdi>,
      score: format.number(scorecard.score),
      webinars: format.count(webinars.length),
      facts: format.count(timeline.length),
      first: first ? day(first.at) : null,
    }
  }
}
