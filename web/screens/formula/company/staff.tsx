import { useTranslation } from 'react-i18next'
import { AddEntries } from '../entries/add-entries.tsx'
import { Entries } from '../entries/entries.tsx'
import { useFormula } from '../formula-state.ts'
import style from './company.module.css'
import { typedDomains, withoutStaffDomain, withStaffDomains } from './edits.ts'

/** Whose mail domain is the company's own is in the room, but no lead. */
export function Staff() {
  const { t } = useTranslation('formula')
  const { model, inForce, mayEdit, change } = useFormula()
  const { staffDomains } = model
  return (
    <div className={style.staff}>
      <p className={style.means}>{t(staffDomains.length > 0 ? 'company.staffMeans' : 'company.noStaff')}</p>
      <Entries
        entries={staffDomains}
        before={inForce.model.staffDomains}
        remove={mayEdit ? (domain) => change((now) => withoutStaffDomain(now, domain)) : undefined}
      />
      {mayEdit && (
        <AddEntries
          label={t('company.addStaff')}
          placeholder="company.com"
          dir="ltr"
          wrong={t('company.wrongDomain')}
          read={typedDomains}
          add={(domains) => change((now) => withStaffDomains(now, domains))}
        />
      )}
    </div>
  )
}
