import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonAnswer } from '../../../src/http/workspace/people.ts'
import { leftToRight, ownWay } from '../../direction.ts'
import { useFactsBehind } from '../../facts/facts-behind.tsx'
import { useFormat } from '../../format.ts'
import { Card } from '../../parts/card.tsx'
import { Chips } from '../../parts/chips.tsx'
import { Choice } from '../../parts/choice.tsx'
import { Ledger } from '../../parts/ledger.tsx'
import { useWhen } from '../../when.ts'
import { portion, usePersonAddress } from './address.ts'
import { shownLines, sumsByWebinar } from './ledger-lines.ts'
import { More } from './more.tsx'
import style from './person.module.css'

/** Every amount with its reason, the sum after it, and the facts it rests on. */
export function PersonLedger({ shown }: { shown: PersonAnswer }) {
  const { t } = useTranslation('person')
  const format = useFormat()
  const when = useWhen()
  const [{ webinar, order, lines: many }, change] = usePersonAddress()
  const { ledger, score } = shown.scorecard
  const { lines, running, sum } = useMemo(() => shownLines(ledger, { webinar, order }), [ledger, webinar, order])
  const { about, behind } = useFactsBehind(shown)
  const topic = (id: string) => (id === 'none' ? t('ledger.noWebinar') : (about.topics.get(id) ?? t('untitled')))
  const choices = sumsByWebinar(ledger).map(
    ([id, points]) => [id, `${ownWay(topic(id))} (${leftToRight(format.points(points))})`] as const,
  )
  return (
    <Card
      title={t(titleKey(webinar), { score: leftToRight(format.number(score)), part: leftToRight(format.number(sum)) })}
      aside={
        <Chips
          label={t('ledger.order')}
          value={order}
          options={[
            ['newest', t('ledger.newest')],
            ['oldest', t('ledger.oldest')],
          ]}
          onChange={(chosen) => change({ order: chosen })}
        />
      }
    >
      {choices.length > 1 && (
        <div className={style.narrow}>
          <Choice
            label={t('ledger.of')}
            value={webinar ?? ''}
            options={[['', t('ledger.everything')], ...choices]}
            onChange={(chosen) => change({ webinar: chosen || null })}
          />
        </div>
      )}
      {lines.length === 0 ? (
        <p className={style.nothing}>{t('ledger.nothing')}</p>
      ) : (
        <Ledger
          lines={lines.slice(0, many)}
          sum={sum}
          running={running}
          sumName={webinar === null ? undefined : t('ledger.partSum')}
          runningName={webinar === null ? undefined : t('ledger.partAfter')}
          note={({ at, webinarId }) => (
            <span className={style.note}>
              <span className={style.date}>{when.dayAndTime(at)}</span>
              {webinarId && webinar === null && (
                <bdi className={style.topic} title={topic(webinarId)}>
                  {topic(webinarId)}
                </bdi>
              )}
            </span>
          )}
          facts={behind}
        />
      )}
      <More left={lines.length - many} portion={portion.lines} show={() => change({ lines: many + portion.lines })} />
    </Card>
  )
}

function titleKey(webinar: string | null) {
  if (webinar === null) return 'ledger.title'
  return webinar === 'none' ? 'ledger.partOwn' : 'ledger.partTitle'
}
