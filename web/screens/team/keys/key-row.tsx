import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../format.ts'
import { Confirm } from '../../../parts/confirm.tsx'
import { useWhen } from '../../../when.ts'
import type { ApiKey } from '../queries.ts'
import style from '../team.module.css'

/** One key: what it is for, by what it is known again, what it may, and when it was last used. */
export function KeyRow({ apiKey, revoke }: { apiKey: ApiKey; revoke: (id: string) => void }) {
  const { t } = useTranslation(['team', 'log'])
  const format = useFormat()
  const when = useWhen()
  const { id, name: given, ending, scopes, createdAt, createdBy, lastUsedOn } = apiKey
  const isFirst = given === '' || given === 'First key'
  const name = isFirst ? t('keys.first') : given
  const apart = { name: `\u2068${name}\u2069` }
  const day = when.day(createdAt)
  const who = createdBy === 'command line' ? t('log:commandLine') : `\u2068${createdBy}\u2069`
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi> {ending && <code dir="ltr">{ending}</code>}
        <small className={style.address}>{createdBy === null ? day : t('keys.madeBy', { day, who })}</small>
      </th>
      <td>
        <span dir="ltr">{scopes.join(', ')}</span>
      </td>
      <td className={style.state}>{lastUsedOn === null ? t('keys.never') : format.day(lastUsedOn, 'UTC')}</td>
      <td>
        <div className={style.ways}>
          <Confirm
            open={t('keys.revoke')}
            of={t('keys.revokeOf', { name })}
            title={t('keys.revokeTitle', apart)}
            go={t('keys.revoke')}
            stay={t('keys.keep')}
            onGo={() => revoke(id)}
          >
            <p>{t('keys.revokeMeans')}</p>
          </Confirm>
        </div>
      </td>
    </tr>
  )
}
