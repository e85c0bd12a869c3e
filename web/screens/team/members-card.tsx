import { useTranslation } from 'react-i18next'
import { Card } from '../../parts/card.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { MemberRow } from './member-row.tsx'
import type { Member } from './queries.ts'
import style from './team.module.css'
import type { TeamChanges } from './use-team-changes.ts'

/** Everybody in the team; who may not change it (`changes` null) sees names and roles. */
export function MembersCard({ members, changes }: { members: readonly Member[]; changes: TeamChanges | null }) {
  const { t } = useTranslation('team')
  return (
    <Card title={t('members')}>
      <table className={style.table}>
        <caption className="unseen">{t('members')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('role')}</th>
            <th scope="col">{t('state')}</th>
            {changes && (
              <th scope="col">
                <span className="unseen">{t('change')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <MemberRow key={member.id} member={member} changes={changes} />
          ))}
        </tbody>
      </table>
      {changes && members.length === 1 && <p className={style.note}>{t('alone')}</p>}
      {changes?.error && <Trouble error={changes.error} />}
    </Card>
  )
}
