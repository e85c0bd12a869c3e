import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../parts/button.tsx'
import style from './sources.module.css'
import { isReachable } from './standing.ts'

/** The address to paste into the platform, and a warning where it could not reach it, unless it has (`isReached`). */
export function HookAddress({ path, isReached }: { path: string; isReached: boolean }) {
  const { t } = useTranslation('sources')
  const [copied, setCopied] = useState(false)
  const address = new URL(path, window.location.origin).href
  return (
    <div className={style.address}>
      <span>{t('address')}</span>
      <div className={style.copy}>
        <code dir="ltr">{address}</code>
        <Button onPress={() => navigator.clipboard.writeText(address).then(() => setCopied(true))}>
          {t(copied ? 'copied' : 'copy')}
        </Button>
      </div>
      {!isReached && !isReachable(window.location) && (
        <p className={style.warning}>{t('unreachable', { host: window.location.host })}</p>
      )}
    </div>
  )
}
