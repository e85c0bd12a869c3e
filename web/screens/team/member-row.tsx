import { useTranslation } from 'react-i18next'
import { Button } from '../../parts/button.tsx'
import { Confirm } from '../../parts/confirm.tsx'
import { useWhen } from '../../when.ts'
import { type Member, type Role, roles } from './queries.ts'
import style from './team.module.css'
import type { TeamChanges } from './use-team-changes.ts'

/** One of the team: who, as what, and since when they are only invited. */
export function MemberRow({ member, changes }: { member: Member; changes: TeamChanges | null }) {
  const { t } = useTranslation('team')
  const { name, email, role, isYou } = member
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>
        {isYou && <small className={style.you}>{t('you')}</small>}
        {email !== null && email !== name && (
          <small className={style.address}>
            <bdi>{email}</bdi>
          </small>
        )}
      </th>
      <td>{changes ? <RoleChoice member={member} changes={changes} /> : t(`roles.${role}`)}</td>
      <td className={style.state}>
        <State member={member} />
      </td>
      {changes && (
        <td>
          <Ways member={member} changes={changes} />
        </td>
      )}
    </tr>
  )
}

function RoleChoice({ member: { id, name, role }, changes }: { member: Member; changes: TeamChanges }) {
  const { t } = useTranslation('team')
  return (
    <select
      className={style.role}
      aria-label={t('roleOf', { name })}
      value={role}
      disabled={changes.isBusy}
      onChange={(event) => changes.change({ id, role: event.target.value as Role })}
    >
      {roles.map((each) => (
        <option key={each} value={each}>
          {t(`roles.${each}`)}
        </option>
      ))}
    </select>
  )
}

function State({ member: { state, linkUntil } }: { member: Member }) {
  const { t } = useTranslation('team')
  const when = useWhen()
  if (state === 'active') return t('active')
  return linkUntil === null ? t('expired') : t('invited', { until: when.dayAndTime(linkUntil) })
}

function Ways({ member: { id, name, state }, changes }: { member: Member; changes: TeamChanges }) {
  const { t } = useTranslation('team')
  const apart = { name: `\u2068${name}\u2069` }
  return (
    <div className={style.ways}>
      {state === 'invited' && (
        <Button
          isDisabled={changes.isBusy}
          aria-label={t('inviteAgainFor', { name })}
          onPress={() => {
            changes.again(id)
          }}
        >
          {t('inviteAgain')}
        </Button>
      )}
      <Confirm
        open={t('remove')}
        of={t('removeOf', { name })}
        title={t('removeTitle', apart)}
        go={t('remove')}
        stay={t('stay')}
        onGo={() => changes.remove(id)}
      >
        <p>{t('removeMeans')}</p>
      </Confirm>
    </div>
  )
}
