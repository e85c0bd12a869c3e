import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rule } from '../../../../src/domain/rule.ts'
import { Button } from '../../../parts/button.tsx'
import { changesOf, withRule, withRuleOf } from '../edits.ts'
import { useFormula } from '../formula-state.ts'
import style from './rules.module.css'

/** What a rule opens to: why the company has it, how it stands in the file, and the way back to what is in force. */
export function RuleDetails({ rule, name }: { rule: Rule; name: string }) {
  const { t } = useTranslation('formula')
  const { mayEdit, change, inForce } = useFormula()
  const { isChanged, isNew } = changesOf(rule, inForce.model)
  return (
    <div className={style.opened}>
      {mayEdit && <Note rule={rule} />}
      <div className={style.file}>
        <span>{t('rules.inFile')}</span>
        <code dir="ltr">{textOf(rule)}</code>
        <small>{t('rules.fileMeans')}</small>
      </div>
      {mayEdit && (isChanged || isNew) && (
        <p>
          <Button
            aria-label={t('rules.takeBackOf', { name })}
            onPress={() => change((model) => withRuleOf(model, rule.id, inForce.model))}
          >
            {t('rules.takeBack')}
          </Button>
        </p>
      )}
    </div>
  )
}

function Note({ rule }: { rule: Rule }) {
  const { t } = useTranslation('formula')
  const id = useId()
  const { change } = useFormula()
  const [typed, setTyped] = useState<string | null>(null)
  function leave() {
    setTyped(null)
    const note = typed?.trim()
    if (note !== undefined && note !== (rule.note ?? '')) change((model) => withRule(model, rule.id, { note }))
  }
  return (
    <div className={style.note}>
      <label htmlFor={id}>{t('rules.note')}</label>
      <textarea
        id={id}
        rows={2}
        dir="auto"
        placeholder={t('rules.noteHint')}
        value={typed ?? rule.note ?? ''}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={leave}
      />
    </div>
  )
}

/** Without its note, which stands above, and in the order in which people read it. */
function textOf({ note: _, id, kind, points, origin, enabled, ...rest }: Rule): string {
  const rule = { id, kind, points, origin, ...(enabled ? {} : { enabled }), ...rest }
  return JSON.stringify(rule, null, 1).replace(/\n\s*/g, ' ')
}
