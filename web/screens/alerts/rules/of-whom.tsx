import { useTranslation } from 'react-i18next'
import { STAGES } from '../../../../src/domain/stage.ts'
import { Field } from '../../../parts/field.tsx'
import { Long } from './long.tsx'
import { Part } from './part.tsx'
import { useModelNames } from './queries.ts'
import { useRoleName } from './role-name.ts'
import type { PartProps } from './rule-form.tsx'
import style from './rules.module.css'
import { Several } from './several.tsx'

/** Of whom: how ripe they are, who they are, and of which accounts. What is left empty asks nothing. */
export function OfWhom({ draft, change }: PartProps) {
  const { t } = useTranslation(['alerts', 'common'])
  const roleName = useRoleName()
  const roles = useModelNames().data?.roles ?? []
  return (
    <Part title={t('form.whom')}>
      {draft.on === 'target_account' && <Accounts draft={draft} change={change} />}
      <Several
        label={t('form.grades')}
        all={t('form.anyGrade')}
        options={['A', 'B', 'C', 'D']}
        chosen={draft.grades}
        nameOf={(grade) => grade}
        onChange={(grades) => change({ grades })}
      />
      <Several
        label={t('form.stages')}
        all={t('form.anyStage')}
        options={STAGES}
        chosen={draft.stages}
        nameOf={(stage) => t(`common:stage.${stage as 'lead'}`)}
        onChange={(stages) => change({ stages })}
      />
      {(roles.length > 0 || draft.roles.length > 0) && (
        <Several
          label={t('form.roles')}
          all={t('form.anyRole')}
          options={roles}
          chosen={draft.roles}
          nameOf={roleName}
          onChange={(roles) => change({ roles })}
        />
      )}
      <div className={style.fields}>
        <Field
          name="filters.minScore"
          label={t('form.minScore')}
          hint={t('form.any')}
          type="number"
          value={draft.minScore}
          onChange={(minScore) => change({ minScore })}
        />
        <Field
          name="filters.who"
          label={t('form.countries')}
          hint={t('form.countriesHint')}
          value={draft.countries}
          onChange={(countries) => change({ countries })}
        />
        <Field
          name="companies"
          label={t('form.companies')}
          hint={t('form.companiesHint')}
          value={draft.companies}
          onChange={(companies) => change({ companies })}
        />
      </div>
      {draft.rest.length > 0 && (
        <div className={style.kept}>
          <p>{t('form.rest')}</p>
          <code dir="ltr">{JSON.stringify(draft.rest.length === 1 ? draft.rest[0] : { all: draft.rest })}</code>
        </div>
      )}
      {draft.on !== 'target_account' && (
        <details open={draft.accounts !== '' || undefined}>
          <summary>{t('form.onlyAccounts')}</summary>
          <Accounts draft={draft} change={change} />
        </details>
      )}
    </Part>
  )
}

function Accounts({ draft, change }: PartProps) {
  const { t } = useTranslation('alerts')
  return (
    <Long
      name="accounts"
      label={t('form.accounts')}
      hint={t('form.accountsHint')}
      value={draft.accounts}
      onChange={(accounts) => change({ accounts })}
    />
  )
}
