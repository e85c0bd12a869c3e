import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../parts/card.tsx'
import { Choice } from '../../parts/choice.tsx'
import { Copy } from '../../parts/copy.tsx'
import { Field } from '../../parts/field.tsx'
import { Form } from '../../parts/form.tsx'
import { useWhen } from '../../when.ts'
import { type Role, roles } from './queries.ts'
import style from './team.module.css'
import type { Invited, TeamChanges } from './use-team-changes.ts'

/** An address and a role in, a link to hand over out. */
export function Invite({ changes }: { changes: TeamChanges }) {
  const { t } = useTranslation('team')
  const [email, setEmail] = useState('')
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('marketer')

  async function send() {
    await changes.invite({ email: email.trim(), name: name.trim(), role })
    setEmail('')
    setName('')
  }

  return (
    <Card title={t('invite.title')}>
      <div className={style.halves}>
        <Form go={t('invite.go')} send={send}>
          <Field
            name="email"
            label={t('email')}
            type="email"
            autoComplete="off"
            isRequired
            value={email}
            onChange={setEmail}
          />
          <Field
            name="name"
            label={t('name')}
            hint={t('invite.nameHint')}
            autoComplete="off"
            value={name}
            onChange={setName}
          />
          <Choice
            name="role"
            label={t('role')}
            value={role}
            options={roles.map((each) => [each, t(`roles.${each}`)] as const)}
            hint={t(`may.${role}`)}
            onChange={setRole}
          />
        </Form>
        <div role="status">{changes.invited && <Told invited={changes.invited} />}</div>
      </div>
    </Card>
  )
}

/** The link, shown once. When Ripen sends mail, this is where it says that one is on its way. */
function Told({ invited: { member, link } }: { invited: Invited }) {
  const { t } = useTranslation('team')
  const when = useWhen()
  const name = `\u2068${member.name}\u2069`
  if (link === null)
    return <p className={style.told}>{t(member.state === 'active' ? 'invite.added' : 'invite.elsewhere', { name })}</p>
  return (
    <div className={style.told}>
      <h3>{t('invite.link', { name })}</h3>
      <code dir="ltr">{link}</code>
      <div>
        <Copy text={link} words={t('invite.copy')} />
      </div>
      <p className={style.note}>{t('invite.hand', { until: when.dayAndTime(member.linkUntil!) })}</p>
    </div>
  )
}
