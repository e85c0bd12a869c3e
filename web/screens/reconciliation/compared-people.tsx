import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import { useFormat } from '../../format.ts'
import { Chips } from '../../parts/chips.tsx'
import { Loading } from '../../parts/loading.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { Twin } from '../../parts/twin.tsx'
import { useNameOf, Who } from '../../repair/who.tsx'
import style from './compared.module.css'
import { More } from './more.tsx'
import { type ShownSheet, usePages } from './queries.ts'
import strips from './two-strips.module.css'
import { type Compared, TwoStrips, useComparedWords } from './two-strips.tsx'

/** Each attendee by webhooks and by the report, the largest difference first. */
export function ComparedPeople({ sheet }: { sheet: ShownSheet }) {
  const { t } = useTranslation('reconciliation')
  const { differing } = sheet.headline
  return (
    <section id="compared" className={style.card} aria-labelledby="compared-title">
      <div className={style.head}>
        <h2 id="compared-title">{t('compared.title')}</h2>
        {differing !== null && <Legend />}
      </div>
      {differing === null ? <OneSource sheet={sheet} /> : <Differences sheet={sheet} differing={differing} />}
    </section>
  )
}

function OneSource({ sheet: { sources } }: { sheet: ShownSheet }) {
  const { t } = useTranslation('reconciliation')
  const only = sources.webhooks ? 'webhooks' : sources.report ? 'report' : 'none'
  return <p className={style.mute}>{t(`compared.onlyOne.${only}`)}</p>
}

function Legend() {
  const { t } = useTranslation('reconciliation')
  return (
    <p className={style.legend}>
      <span>
        <i className={strips.both} /> {t('compared.legend.both')}
      </span>
      <span>
        <i className={strips.alone} /> {t('compared.legend.one')}
      </span>
    </p>
  )
}

/** Which of them are shown stands in the address. */
function Differences({ sheet, differing }: { sheet: ShownSheet; differing: number }) {
  const { t } = useTranslation('reconciliation')
  const format = useFormat()
  const [params, setParams] = useSearchParams()
  const show = params.get('show') ?? (differing > 0 ? 'differences' : 'everybody')
  const isNarrow = show === 'differences'
  const pages = usePages<Compared>(
    'people',
    sheet,
    isNarrow ? null : sheet.people,
    isNarrow ? { only: 'differences' } : {},
  )
  const { items, total, error, refetch, isFetching, fetchNextPage } = pages
  const options = [
    ['differences', t('compared.differences', { number: format.count(differing) })],
    ['everybody', t('compared.everybody', { number: format.count(sheet.headline.attended) })],
  ] as const
  return (
    <>
      <div className={style.choice}>
        <Chips
          label={t('compared.show')}
          value={isNarrow ? 'differences' : 'everybody'}
          options={options}
          onChange={(show) => setParams({ show }, { replace: true })}
        />
      </div>
      {sheet.sources.reportSeconds === false && <p className={style.mute}>{t('compared.rounded')}</p>}
      {error && <Trouble error={error} retry={refetch} />}
      {items.length === 0 && isFetching && <Loading />}
      {total === 0 && !isFetching && <p className={style.mute}>{t('compared.same')}</p>}
      {items.length > 0 && <Rows items={items} seconds={sheet.webinar.liveSeconds} />}
      <More left={total - items.length} isBusy={isFetching} show={fetchNextPage} />
    </>
  )
}

function Rows({ items, seconds }: { items: readonly Compared[]; seconds: number }) {
  const { t } = useTranslation('reconciliation')
  const { clock } = useFormat()
  const nameOf = useNameOf()
  const words = useComparedWords()
  const head = ['who', 'webhooks', 'report', 'together', 'difference', 'where'] as const
  return (
    <>
      <div className={style.names} aria-hidden="true">
        <span>{t('compared.who')}</span>
        <span className={style.axis} dir="ltr">
          <span>0</span>
          <bdi>{t('compared.where')}</bdi>
          <span>{clock(seconds)}</span>
        </span>
        <span>{t('compared.difference')}</span>
      </div>
      <ul className={style.rows}>
        {items.map((compared) => (
          <li key={compared.person.id}>
            <span className={style.who}>
              <Who person={compared.person} />
              {compared.open && <small>{t('compared.open')}</small>}
            </span>
            <TwoStrips compared={compared} seconds={seconds} />
            <span className={style.difference}>
              <b>{compared.differenceSeconds > 0 ? clock(compared.differenceSeconds) : '–'}</b>
              <small>
                <bdi>
                  {clock(compared.webhookSeconds)} / {clock(compared.reportSeconds)}
                </bdi>
              </small>
            </span>
          </li>
        ))}
      </ul>
      <Twin
        caption={t('compared.title')}
        head={head.map((name) => t(`compared.${name}`))}
        rows={items.map((compared) => [
          <bdi key="who">{nameOf(compared.person)}</bdi>,
          ...[
            compared.webhookSeconds,
            compared.reportSeconds,
            compared.togetherSeconds,
            compared.differenceSeconds,
          ].map(clock),
          words(compared),
        ])}
      />
    </>
  )
}
