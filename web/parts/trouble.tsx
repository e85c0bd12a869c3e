import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Problem, Unreachable } from '../api.ts'
import { Button } from './button.tsx'
import style from './state.module.css'
import { saidBy, Words } from './words.tsx'

/** What went wrong, in the server's words where it has some, and a way to try again. */
export function Trouble({ error, retry }: { error: unknown; retry?: (() => void) | undefined }) {
  const { t } = useTranslation()
  return (
    <div className={style.trouble} role="alert">
      <p className={style.title}>{titleOf(error, t)}</p>
      {error instanceof Problem && error.members.detail !== undefined && (
        <p>
          <Words said={saidBy(error)} />
        </p>
      )}
      {retry && <Button onPress={() => retry()}>{t('tryAgain')}</Button>}
    </div>
  )
}

function titleOf(error: unknown, t: TFunction): string {
  if (error instanceof Unreachable) return t('trouble.unreachable')
  if (error instanceof Problem && error.status === 404) return t('trouble.missing')
  if (error instanceof Problem && (error.status < 500 || error.status === 503)) return t('trouble.refused')
  return t('trouble.failed')
}
