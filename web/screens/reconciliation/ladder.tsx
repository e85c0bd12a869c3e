import { useTranslation } from 'react-i18next'
import { useFormat } from '../../format.ts'
import type { ShownSheet } from './queries.ts'
import style from './standing.module.css'

type Headline = ShownSheet['headline']

/** From everybody who registered down to those of whom nobody knows who they are; each step as a part of the longest. */
export function Ladder({ headline }: { headline: Headline }) {
  const { t } = useTranslation('reconciliation')
  const format = useFormat()
  const { registered, matched, noShows, unregistered, unidentified } = headline
  const steps = [
    ['registered', registered],
    ['matched', matched],
    ['noShows', noShows],
    ['unregistered', unregistered],
    ['unidentified', unidentified.people],
  ] as const
  const longest = Math.max(1, ...steps.map(([, count]) => count ?? 0))
  return (
    <section aria-labelledby="ladder">
      <h2 id="ladder">{t('ladder.title')}</h2>
      <ol className={style.ladder}>
        {steps.map(
          ([name, count]) =>
            count !== null && (
              <li key={name}>
                <span>{t(`ladder.${name}`)}</span>
                <span>
                  {count > 0 && <i className={style[name]} style={{ inlineSize: `${(count / longest) * 100}%` }} />}
                </span>
                <b>{format.count(count)}</b>
                <small>
                  {(name === 'matched' || name === 'noShows') && registered > 0 && format.percent(count / registered)}
                </small>
              </li>
            ),
        )}
      </ol>
    </section>
  )
}
