import { useTranslation } from 'react-i18next'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import style from './formula.module.css'
import { useFormula } from './formula-state.ts'

/** Why a change is not in the draft, in the server's words, and the way back to what is there. */
export function Unsaved() {
  const { t } = useTranslation('formula')
  const { saving, reload } = useFormula()
  if (saving?.state !== 'conflict' && saving?.state !== 'refused') return null
  return (
    <div className={style.unsaved}>
      <Trouble error={saving.error} />
      <p>{t(saving.state === 'conflict' ? 'conflict' : 'refused')}</p>
      <p>
        <Button onPress={reload}>{t(saving.state === 'conflict' ? 'reload' : 'giveUp')}</Button>
      </p>
    </div>
  )
}
