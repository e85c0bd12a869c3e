import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import style from './legend.module.css'
import { OWN_COLOURS, type PartColours } from './part-colours.ts'
import bar from './points-bar.module.css'
import { useRuleName } from './rule-name.ts'
import { Strip, type StripProps } from './strip.tsx'

const samples: Record<string, Pick<StripProps, 'presence' | 'marks'>> = {
  live: { presence: { live: [[0, 6]], replay: [] }, marks: [] },
  replay: { presence: { live: [], replay: [[0, 6]] }, marks: [] },
  question: { presence: { live: [[0, 10]], replay: [] }, marks: [{ kind: 'question', at: 5 }] },
  poll: { presence: { live: [[0, 10]], replay: [] }, marks: [{ kind: 'poll', at: 5 }] },
  chat: { presence: { live: [[0, 10]], replay: [] }, marks: [{ kind: 'chat', at: 5 }] },
  buying: { presence: { live: [[0, 10]], replay: [] }, marks: [{ kind: 'question', at: 5, buying: [] }] },
}

/** What the signs of the strips and the colours of the bars of a table say, folded away. */
export function Legend({ colours }: { colours: PartColours }) {
  const { t } = useTranslation()
  const nameOf = useRuleName()
  return (
    <details className={style.legend}>
      <summary>{t('legend.title')}</summary>
      <dl className={style.groups}>
        <div>
          <dt>{t('legend.strip')}</dt>
          {Object.entries(samples).map(([name, sample]) => (
            <Item key={name} sign={<Strip {...sample} seconds={10} />} className={style.sample}>
              {t(`legend.${name as 'live'}`)}
            </Item>
          ))}
        </div>
        <div>
          <dt>{t('legend.bar')}</dt>
          {[...colours].map(([rule, place]) => (
            <Item key={rule} className={`${style.swatch} ${bar[`part${place}`]}`}>
              <bdi>{nameOf(rule)}</bdi>
            </Item>
          ))}
          <Item className={`${style.swatch} ${bar[`part${OWN_COLOURS}`]}`}>{t('legend.others')}</Item>
        </div>
      </dl>
    </details>
  )
}

function Item(props: { sign?: ReactNode; className: string | undefined; children: ReactNode }) {
  return (
    <dd>
      <span aria-hidden="true" className={props.className}>
        {props.sign}
      </span>
      <span>{props.children}</span>
    </dd>
  )
}
