import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rule } from '../../../../src/domain/rule.ts'
import { leftToRight } from '../../../direction.ts'
import { useFormat } from '../../../format.ts'
import { Amount } from '../../../parts/ripeness.tsx'
import { useRuleName } from '../../../parts/rule-name.ts'
import { ChecksOfRule } from '../checks/of-rule.tsx'
import { changesOf, readPoints, withRule } from '../edits.ts'
import { useFormula } from '../formula-state.ts'
import { NumberField } from '../number-field.tsx'
import { ruleSentence } from '../words/rule-sentence.ts'
import { useSay } from '../words/say.ts'
import { RuleDetails } from './rule-details.tsx'
import style from './rules.module.css'

/** One rule: whether it counts, what must hold, and what it is worth beside what it was worth. */
export function RuleRow({ rule, isOpen, toggle }: { rule: Rule; isOpen: boolean; toggle: () => void }) {
  const { t } = useTranslation('formula')
  const say = useSay()
  const name = useRuleName()(rule.id)
  const details = useId()
  const { mayEdit, change } = useFormula()
  return (
    <>
      <tr id={`rule-${rule.id}`} className={rule.enabled ? style.row : `${style.row} ${style.off}`}>
        <td>
          <label className={style.switch}>
            <input
              type="checkbox"
              aria-label={t('rules.counts', { name })}
              checked={rule.enabled}
              disabled={!mayEdit}
              onChange={({ target }) => change((model) => withRule(model, rule.id, { enabled: target.checked }))}
            />
          </label>
        </td>
        <th scope="row">
          <div className={style.what}>
            <button type="button" aria-expanded={isOpen} aria-controls={isOpen ? details : undefined} onClick={toggle}>
              <bdi>{name}</bdi>
            </button>
            <span className={style.origin} data-origin={rule.origin}>
              {t(`origin.${rule.origin}`)}
            </span>
            <div className={style.words}>
              <p>{ruleSentence(say, rule)}</p>
              {rule.note && (
                <p className={style.said}>
                  <bdi>{rule.note}</bdi>
                </p>
              )}
              <ChecksOfRule rule={rule.id} withHints={isOpen} />
            </div>
          </div>
        </th>
        <td className={style.number}>
          <Points rule={rule} name={name} />
        </td>
      </tr>
      {isOpen && (
        <tr className={style.details} id={details}>
          <td colSpan={3}>
            <RuleDetails rule={rule} name={name} />
          </td>
        </tr>
      )}
    </>
  )
}

function Points({ rule, name }: { rule: Rule; name: string }) {
  const { t } = useTranslation('formula')
  const format = useFormat()
  const { mayEdit, change, inForce } = useFormula()
  const { before, isNew } = changesOf(rule, inForce.model)
  const was =
    before && before.points !== rule.points
      ? t('rules.was', { points: leftToRight(format.points(before.points)) })
      : null
  return (
    <>
      {mayEdit ? (
        <NumberField
          label={t('rules.pointsOf', { name })}
          value={rule.points}
          write={format.points}
          read={readPoints}
          wrong={t('rules.wrongPoints')}
          send={(points) => change((model) => withRule(model, rule.id, { points }))}
        />
      ) : (
        <Amount value={rule.points} signed />
      )}
      {(was || isNew) && <small className={style.was}>{was ?? t('rules.new')}</small>}
    </>
  )
}
