import { useTranslation } from 'react-i18next'
import { SIGN_KINDS } from '../../../../src/domain/alert/kind.ts'
import { Choice } from '../../../parts/choice.tsx'
import { Field } from '../../../parts/field.tsx'
import { kinds, useKindName } from '../../../parts/kind-name.ts'
import { useTopicName } from '../../../parts/topic-name.ts'
import { asksMinutes, isOfWebinar } from './draft.ts'
import { Part } from './part.tsx'
import { useModelNames } from './queries.ts'
import type { PartProps } from './rule-form.tsx'
import style from './rules.module.css'
import { Several } from './several.tsx'

/** When: what somebody does, in which kind of webinar, and what only some kinds ask for. */
export function OnWhat({ draft, change }: PartProps) {
  const { t } = useTranslation('alerts')
  const [kindName, topicName] = [useKindName(), useTopicName()]
  const topics = useModelNames().data?.topics ?? []
  const { on } = draft
  return (
    <Part title={t('form.when')}>
      <div className={style.fields}>
        <Choice
          name="on"
          label={t('form.on')}
          value={on}
          options={SIGN_KINDS.map((kind) => [kind, t(`on.${kind}`)])}
          hint={t(`onMeans.${on}`)}
          onChange={(on) => change({ on })}
        />
        {asksMinutes(on) && (
          <Field
            name="filters.minMinutes"
            label={t('form.minMinutes')}
            hint={t('form.any')}
            type="number"
            value={draft.minMinutes}
            onChange={(minMinutes) => change({ minMinutes })}
          />
        )}
        {(on === 'crosses_mql' || on === 'crosses_sql') && (
          <Field
            name="margin"
            label={t('form.margin')}
            hint={t('form.marginHint')}
            type="number"
            value={draft.margin}
            onChange={(margin) => change({ margin })}
          />
        )}
      </div>
      {isOfWebinar(on) && (
        <Several
          label={t('form.kinds')}
          all={t('form.allKinds')}
          options={kinds}
          chosen={draft.webinarKinds}
          nameOf={kindName}
          onChange={(webinarKinds) => change({ webinarKinds })}
        />
      )}
      {on === 'asks_to_buy' && (
        <Several
          label={t('form.topics')}
          all={t('form.allTopics')}
          options={topics}
          chosen={draft.topics}
          nameOf={topicName}
          onChange={(topics) => change({ topics })}
        />
      )}
    </Part>
  )
}
