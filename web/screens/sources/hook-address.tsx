import { useTranslation } from 'react-i18next'
import { Copy } from '../../parts/copy.tsx'
import { isReachable } from './reachable.ts'
import style from './sources.module.css'

/** The address to paste into the platform, and a warning where it could not reach it, unless it has (`isReached`). */
export function HookAddress({ path, isReached }: { path: string; isReached: boolean }) {
  const { t } = useTranslation('sources')
  const address = new URL(path, window.location.origin).href
  return (
    <div className={style.address}>
      <span>{t('address')}</span>
      <div className={style.copy}>
        <code dir="ltr">{address}</code>
        <Copy text={address} />
      </div>
      {!isReached && !isReachable(window.location) && (
        <p className={style.warning}>{t('unreachable', { host: window.location.host })}</p>
      )}
    </div>
  )
}
